// Offers names while one is typed. Without it the fields take names all the same.
(() => {
  const PAUSE = 150, LEAST = 2;
  for (const field of document.querySelectorAll("input[data-suggest]")) {
    const list = document.createElement("datalist");
    list.id = `suggest-${field.name}`;
    field.after(list);
    field.setAttribute("list", list.id);
    let timer = 0, asked = "";
    const ask = async () => {
      const begin = field.value.trim();
      if (begin.length < LEAST || begin.length > 100 || begin === asked) return;
      asked = begin;
      const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: begin, kind: field.dataset.suggest })}`);
      if (!answer.ok || begin !== asked) return;
      const names = (await answer.json()).items.map((item) => item.label);
      list.replaceChildren(...[...new Set(names)].map((name) => Object.assign(document.createElement("option"), { value: name })));
    };
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); });
  }
})();
