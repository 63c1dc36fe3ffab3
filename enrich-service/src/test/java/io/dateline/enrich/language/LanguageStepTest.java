package io.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Language;
import io.dateline.enrich.Samples;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageStepTest {
    private final LanguageStep step = new LanguageStep(ModelFiles.bundled());

    private Language told(String title, String text, String declared) {
        Tags tags = new Tags(Explain.NOTHING);
        step.run(Document.of(Samples.article(title, text).language(declared).build()), tags);
        return tags.language();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "The parliament met on Tuesday to discuss the budget of the coming year with its ministers.; -; en",
                "Der Bundestag hat am Dienstag über den Haushalt des kommenden Jahres beraten und abgestimmt.; -; de",
                "Le parlement s'est réuni mardi pour discuter du budget de l'année prochaine avec les ministres.; -; fr",
                "Milli Məclisin sədri Sahibə Qafarova Laosun baş prokuroru ilə görüşüb və əməkdaşlığı müzakirə edib.; -; az",
                "Спикер парламента встретилась во вторник с делегацией во главе с генеральным прокурором страны.; -; ru",
                "Голова парламенту зустрілася у вівторок з делегацією на чолі з генеральним прокурором країни.; -; uk",
                "议会议长星期二会见了由总检察长率领的代表团，双方就合作交换了意见。; -; zh",
                "議会の議長は火曜日、検事総長が率いる代表団と会談し、協力について意見を交換した。; -; ja",
                "국회의장은 화요일 검찰총장이 이끄는 대표단을 만났다.; -; ko",
                "پارلمان روز سه‌شنبه برای بررسی بودجه سال آینده با وزیران تشکیل جلسه داد و گفت‌وگو کرد.; -; fa",
                "Ministar je u utorak posle sednice rekao da će vlada pre kraja meseca doneti odluku o povećanju.; -; sr",
                "Ministar je u utorak nakon sjednice rekao da će vlada prije kraja mjeseca donijeti odluku o tome.; -; hr",
                "Министар је у уторак после седнице рекао да ће влада пре краја месеца донети одлуку о повећању.; -; sr",
                "El president del govern va dir ahir que les eleccions es faran abans de l'estiu i que tots els partits hi "
                        + "podran participar amb les mateixes condicions que fa quatre anys, segons la nova llei aprovada.; -; und",
                "Rais wa nchi alisema jana kwamba uchaguzi utafanyika kabla ya mwisho wa mwaka huu na kwamba vyama vyote "
                        + "vitashiriki kwa masharti sawa kama ilivyokuwa miaka minne iliyopita, kwa mujibu wa sheria mpya.; -; und",
                "দেশৰ মুখ্যমন্ত্ৰীয়ে কালি কৈছে যে নিৰ্বাচন এই বছৰৰ শেষৰ আগতে অনুষ্ঠিত হ'ব আৰু সকলো দলে একে চৰ্তত অংশ ল'ব "
                        + "পাৰিব বুলি তেওঁ সদৰী কৰিছে। ইয়াৰ বাবে নতুন আইন এখন প্ৰস্তুত কৰা হৈছে আৰু সকলোৱে ইয়াক সমৰ্থন জনাইছে।; -; und",
                "Baku; az; az",
                "12345 67890 !!!; en; und",
                "Ok; -; und",
                "Президент; en; und",
                "The parliament met on Tuesday to discuss the budget of the coming year with its ministers.; fr-FR; en"
            })
    void tellsTheLanguage(String text, String declared, String expected) {
        // When
        Language language = told(text.substring(0, 1), text, declared);
        // Then
        assertThat(language.code()).isEqualTo(expected);
        assertThat(language.confidence()).isBetween(0.0, 1.0);
    }

    @Test
    void takesAPlainEnglishTextForEnglishWhateverWasDeclared() {
        // Given: more than 25 words, over a third of them function words of English, next to none of another language
        String text =
                "The council said that it had approved the plan for the new bridge, which will be built by the city, and "
                        + "that the work is to begin in the spring.";
        // When
        Language language = told("Bridge", text, "fr");
        // Then
        assertThat(language.code()).isEqualTo("en");
        assertThat(language.confidence()).isEqualTo(0.99);
    }

    @Test
    void asksTheScriptBeforeFunctionWords() {
        // Given: half the letters are Arabic, and the words that are known are English
        String text =
                "اجتمع البرلمان يوم الثلاثاء لمناقشة ميزانية العام المقبل بحضور الوزراء والنواب وممثلي الأحزاب السياسية والمنظمات "
                        + "الدولية ووسائل الإعلام المحلية والأجنبية: \"This is the end of the road, and it was a good one for all of us, as they said.\"";
        // When
        Language language = told("البرلمان", text, "ar");
        // Then
        assertThat(language.code()).isEqualTo("ar");
    }

    @Test
    void doesNotTakeATextForEnglishForAnEnglishSentenceInIt() {
        // Given
        String text =
                "Rådet har godkendt planen for den nye bro, som byen skal bygge, og arbejdet begynder til foråret, når sneen er "
                        + "væk. Borgmesteren sang bagefter en sang: \"This is the end of the road, and it was a good one.\" Alle klappede.";
        // When
        Language language = told("Broen", text, null);
        // Then
        assertThat(language.code()).isEqualTo("da");
    }
}
