package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.Samples;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.text.ModelFiles;
import io.dateline.enrich.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places of texts that are not English: by their names there, in their inflected forms, and what is none. */
class OwnLanguagePlacesTest {
    private static final Gazetteer GAZETTEER = GazetteerFiles.load(ModelFiles.bundled());

    private static List<Mention> find(String language, String text) {
        Field field = new PlaceForms(GAZETTEER).read(new Field("body", Tokenizer.tokenize(text)), language);
        return new ListedPlaces(GAZETTEER, language).find(field);
    }

    private static List<String> surfaces(String language, String text) {
        return find(language, text).stream().map(Mention::surface).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, США, US",
        "ru, Россия, RU",
        "ru, Великобритания, GB",
        "zh, 美国, US",
        "zh, 俄罗斯, RU",
        "zh, 英国, GB",
        "ar, روسيا, RU",
        "ar, بريطانيا, GB",
        "es, Estados Unidos, US",
        "es, Rusia, RU",
        "es, Turquía, TR",
        "es, Reino Unido, GB",
        "fr, États-Unis, US",
        "fr, Royaume-Uni, GB",
        "fr, Turquie, TR",
        "de, Deutschland, DE",
        "de, Türkei, TR",
        "de, Österreich, AT",
        "de, Frankreich, FR",
        "de, Russland, RU",
        "az, Türkiyə, TR",
        "az, Rusiya, RU",
        "az, Gürcüstan, GE",
        "az, Almaniya, DE",
        "tr, ABD, US",
        "tr, Almanya, DE",
        "uk, Україна, UA",
        "uk, Німеччина, DE",
        "pl, Niemcy, DE",
        "pl, Stany Zjednoczone, US",
        "pt, Alemanha, DE",
        "it, Germania, DE",
        "nl, Duitsland, DE",
        "sv, Tyskland, DE",
        "no, Tyskland, DE",
        "da, Tyskland, DE",
        "fi, Saksa, DE",
        "cs, Německo, DE",
        "sk, Nemecko, DE",
        "hu, Németország, DE",
        "ro, Germania, DE",
        "bg, Германия, DE",
        "el, Γερμανία, DE",
        "kk, Германия, DE",
        "fa, آلمان, DE",
        "ur, جرمنی, DE",
        "he, גרמניה, DE",
        "hi, जर्मनी, DE",
        "bn, জার্মানি, DE",
        "id, Jerman, DE",
        "vi, Hoa Kỳ, US",
        "ja, ドイツ, DE",
        "ja, 米国, US",
        "ko, 독일, DE",
        "ko, 미국, US",
        "ka, გერმანია, DE",
        "hy, Գերմանիա, DE",
        "sr, Немачка, DE",
        "hr, Njemačka, DE",
        "lt, Vokietija, DE",
        "lv, Vācija, DE",
        "et, Saksamaa, DE"
    })
    void findsCountryByItsNameInTheLanguage(String language, String name, String iso) {
        // When
        List<Mention> found = find(language, name);

        // Then
        assertThat(found).hasSize(1);
        assertThat(found.get(0).surface()).isEqualTo(name);
        assertThat(GAZETTEER.named(Gazetteer.hash(name), language))
                .extracting(Place::country)
                .contains(iso);
    }

    @Test
    void readsTheNamesOfALanguageInItsTextsOnly() {
        // Given: Island is Iceland in German.
        long name = Gazetteer.hash("Island");

        // Then
        assertThat(GAZETTEER.named(name, "de")).extracting(Place::country).contains("IS");
        assertThat(GAZETTEER.named(name, "en")).extracting(Place::country).doesNotContain("IS");
        assertThat(GAZETTEER.named(name, "und")).extracting(Place::country).doesNotContain("IS");
    }

    @ParameterizedTest
    @CsvSource({
        "tr, Dün Bakü'de konuştu, Bakü",
        "tr, Heyet Azerbaycan'ın yanında, Azerbaycan",
        "tr, Heyet İstanbul'da bekliyor, İstanbul",
        "tr, Heyet Londra’da bekliyor, Londra",
        "fr, L'Allemagne a signé, Allemagne",
        "fr, Le roi d'Espagne a signé, Espagne",
        "fr, L’Iran a signé, Iran",
        "it, Il governo e l'Italia hanno firmato, Italia",
        "it, Il presidente dell'Ucraina ha firmato, Ucraina",
        "az, Prezident Türkiyəyə gedib, Türkiyə",
        "az, Görüş Ankarada olub, Ankara",
        "az, Nazir Tbilisiyə gedib, Tbilisi",
        "az, Nazir Gürcüstana gedib, Gürcüstan",
        "ru, Он посетил Турцию вчера, Турцию",
        "ru, Встреча в Анкаре прошла, Анкаре",
        "ru, Выборы в Грузии прошли, Грузии",
        "ru, Встреча в Лондоне прошла, Лондоне",
        "ru, Переговоры с Польшей прошли, Польшей",
        "uk, Вибори в Грузії пройшли, Грузії",
        "uk, Зустріч у Києві пройшла, Києві",
        "de, Die Wirtschaft Deutschlands wächst, Deutschland",
        "ko, 미국은 회담을 열었다, 미국",
        "ar, قال الرئيس وألمانيا, ألمانيا"
    })
    void findsInflectedAndJoinedForms(String language, String text, String surface) {
        assertThat(surfaces(language, text)).containsExactly(surface);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Hier Nancy Pelosi a parlé",
        "fr, Hier Florence Parly a parlé",
        "es, Ayer Samia Suluhu Hassan ganó",
        "de, Das Essen war gut",
        "de, Die Halle war voll",
        "tr, Ordu birlikleri gönderildi",
        "es, El General Valencia habló",
        "ru, Вчера Владимир Путин молчал",
        "fr, Hier Maurice a parlé"
    })
    void findsNoPlaceInOtherNamesAndCommonWords(String language, String text) {
        assertThat(surfaces(language, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "de, Er sprach in Essen und schwieg, Essen",
        "fr, Il vit à Nancy depuis mardi, Nancy",
        "es, Vive en Valencia desde ayer, Valencia"
    })
    void stillFindsThoseCities(String language, String text, String surface) {
        assertThat(surfaces(language, text)).containsExactly(surface);
    }

    @Test
    void linksNiceOnceInFrench() {
        // Given
        String body = "La ville de Nice a accueilli mardi le sommet. Les habitants de Nice étaient dans la rue avec "
                + "leurs enfants, et l'Allemagne a remercié la ville pour son accueil.";

        // When
        var article = Samples.PIPELINE.enrich(
                Samples.article("Le sommet", body).language("fr").build());

        // Then
        assertThat(article.entities())
                .filteredOn(entity -> entity.name().equals("Nice"))
                .singleElement()
                .satisfies(entity -> {
                    assertThat(entity.id()).isEqualTo("geonames:2990440");
                    assertThat(entity.mentions()).hasSize(2);
                });
        for (Entity entity : article.entities()) {
            for (Span span : entity.mentions()) {
                if (span.field().equals("body")) {
                    assertThat(body.substring(span.start(), span.end())).isEqualTo(span.surface());
                }
            }
        }
    }

    @Test
    void cutsHostileWordsInLinearTime() {
        // Given: every other character an apostrophe, and a word longer than any name.
        String text = "L'".repeat(20_000) + " " + "Bakü'".repeat(1) + "A".repeat(60_000);

        // Then
        for (String language : List.of("fr", "tr", "az", "ru", "ar", "ko")) {
            assertThat(surfaces(language, text)).isEmpty();
        }
    }
}
