package io.dateline.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Event;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every PLOVER type, told in the ways news tells it. */
class EventTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AGREE | 0333 | France promised on Friday to send food to Chad.",
                "AGREE | 036 | The Kenyan government said it was ready to open talks with the rebels.",
                "AGREE | 0354 | Japan intends to lift its trade sanctions against Myanmar.",
                "CONSULT | 042 | German Chancellor Angela Merkel flew to Paris on Monday.",
                "CONSULT | 041 | Foreign ministers of Iran and Oman discussed regional security by telephone.",
                "SUPPORT | 057 | Brazil and Peru signed a treaty on border security.",
                "SUPPORT | 054 | Britain formally recognised Kosovo on Monday.",
                "COOPERATE | 062 | China and Russia held joint naval exercises in the Sea of Japan.",
                "COOPERATE | 063 | Thailand extradited the arms dealer to the United States.",
                "AID | 073 | The Red Cross distributed blankets and food to refugees in Congo.",
                "AID | 074 | The U.N. sent peacekeepers to East Timor.",
                "CONCEDE | 0812 | Zambia legalised opposition parties on Monday.",
                "CONCEDE | 080 | The Bolivian government gave in to demands by striking miners.",
                "RETREAT | 0841 | Israel released 200 Palestinian prisoners on Monday.",
                "RETREAT | 0874 | Eritrean troops withdrew from the disputed town of Badme.",
                "RETREAT | 085 | The European Union lifted its arms embargo against Indonesia.",
                "REQUEST | 1053 | Amnesty International urged Egypt to release all political prisoners.",
                "REQUEST | 102 | Greenland said Denmark should apologise and explain itself.",
                "ACCUSE | 1123 | Rwanda accused Burundi of harbouring rebels.",
                "ACCUSE | 111 | Germany condemned the attack on its embassy in Kabul.",
                "ACCUSE | 114 | Argentina lodged a formal protest with Britain over the drilling.",
                "ACCUSE | 090 | French judges opened an investigation into the Angolan president's accounts.",
                "REJECT | 129 | Russia vetoed a UN resolution on Syria.",
                "REJECT | 125 | Kosovo's leader ruled out talks with Serbia.",
                "THREATEN | 1382 | Turkey threatened to invade northern Syria.",
                "THREATEN | 138 | Al Qaeda vowed to attack Denmark.",
                "THREATEN | 136 | Egypt said it would expel the Qatari ambassador.",
                "PROTEST | 142 | Kurdish prisoners in Turkey went on hunger strike.",
                "PROTEST | 144 | Greek farmers blocked highways with tractors.",
                "PROTEST | 141 | Thousands of Tunisians took to the streets of Sfax.",
                "MOBILIZE | 154 | Ethiopia massed troops along the Somali border.",
                "MOBILIZE | 152 | India put its army on high alert.",
                "SANCTION | 161 | Venezuela broke off diplomatic relations with Israel.",
                "SANCTION | 166 | Russia expelled four British diplomats.",
                "SANCTION | 163 | The European Union imposed sanctions on Belarus.",
                "COERCE | 173 | Nigerian police arrested five opposition leaders.",
                "COERCE | 1723 | The Serbian government imposed a curfew in Pristina.",
                "ASSAULT | 181 | Gunmen in Yemen kidnapped two German tourists.",
                "ASSAULT | 194 | The army shelled rebel strongholds in northern Sri Lanka.",
                "ASSAULT | 202 | Hutu militias massacred Tutsi villagers."
            })
    void tellsTypeAndCode(String type, String cameo, String sentence) {
        // When
        Event event = Told.best(sentence);
        // Then
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.cameo()).isEqualTo(cameo);
        assertThat(event.goldstein()).isBetween(-10.0, 10.0);
        assertThat(event.sentence().surface()).isEqualTo(sentence);
        assertThat(sentence).contains(event.trigger().surface());
        assertThat(event.actors()).isNotEmpty();
        assertThat(event.by()).startsWith("event/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agreed to withdraw its troops | AGREE",
                "refused to withdraw its troops | REJECT",
                "was asked by Eritrea to withdraw its troops | REQUEST",
                "threatened to attack Eritrea | THREATEN",
                "stopped attacking Eritrea | RETREAT",
                "called on Eritrea to stop the attacks | REQUEST",
                "will attack Eritrea | THREATEN",
                "will visit Eritrea next week | AGREE",
                "will not visit Eritrea | REJECT",
                "may attack Eritrea unless it withdraws | THREATEN",
                "began bombing Eritrea | ASSAULT",
                "was ready to release the Eritrean prisoners | AGREE"
            })
    void letsTheGoverningVerbDecide(String predicate, String type) {
        // When
        Event event = Told.best("Ethiopia " + predicate + ".");
        // Then
        assertThat(event.type()).isEqualTo(type);
    }
}
