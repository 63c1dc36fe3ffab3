package io.dateline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "Example News, example-news",
        "Süddeutsche Zeitung, suddeutsche-zeitung",
        "'Agence France-Presse', agence-france-presse",
        "'L’Équipe & Cie.', l-equipe-cie",
        "news.example.org, news.example.org",
        "Việt Báo, viet-bao"
    })
    void keepsTheIdsOfNamesInLatinLettersWithAndWithoutAccents(String name, String expected) {
        // given, when
        String id = Origin.sourceId(name);
        // then
        assertThat(id).isEqualTo(expected);
    }

    @Test
    void tellsNamesApartThatHaveLettersOfOtherScripts() {
        // given
        List<String> names = List.of(
                "BBC",
                "BBC 中文",
                "BBC Русская служба",
                "BBC فارسی",
                "24",
                "Россия 24",
                "Канал 24",
                "Газета.Ru",
                "Взгляд.Ru");
        // when
        List<String> ids = names.stream().map(Origin::sourceId).toList();
        // then
        assertThat(ids).doesNotHaveDuplicates().contains("bbc", "24").allMatch(id -> id.matches("[a-z0-9.-]{1,200}"));
        assertThat(Origin.sourceId("BBC 中文")).matches("bbc-[0-9a-f]{8}");
    }

    @Test
    void givesOneIdToANameHoweverItIsWritten() {
        // given: in capitals, with an accent as a character of its own, as an id already
        String id = Origin.sourceId("Край 24");
        // when, then
        assertThat(Origin.sourceId("КРАЙ 24")).isEqualTo(id);
        assertThat(Origin.sourceId("Краи\u0306 24")).isEqualTo(id);
        assertThat(Origin.sourceId(id)).isEqualTo(id);
        assertThat(Origin.sourceId("Краи 24")).isNotEqualTo(id);
    }

    @Test
    void keepsTheHashOfALongName() {
        // given
        String name = "a".repeat(300);
        // when
        String id = Origin.sourceId(name + " 中文");
        // then
        assertThat(id).hasSize(200).isNotEqualTo(Origin.sourceId(name + " فارسی"));
        assertThat(Origin.sourceId(name)).isEqualTo("a".repeat(200));
    }
}
