package io.dateline.store.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.store.query.ArticleItem.ItemDateline;
import io.dateline.store.query.ArticleItem.ItemTag;
import java.util.List;

/** What a list shows of an article's tags, kept beside it so that lists need no other table. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Highlights(ItemDateline dateline, List<ItemTag> entities, List<ItemTag> topics) {
    static final Highlights NONE = new Highlights(null, List.of(), List.of());
}
