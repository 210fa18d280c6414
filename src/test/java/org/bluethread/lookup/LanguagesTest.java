package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.other;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.thing;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  @TempDir private Path directory;
  private ThingIndex index;

  @BeforeEach
  void feed() {
    index = ThingIndex.open(directory);
    index.rebuild(
        Things.STORE,
        1,
        Stream.of(
            thing(
                "organ/isa/finance-committee",
                preferred("en", "Finance Committee"),
                preferred("zh", "财务委员会"),
                preferred("fr", "Commission des finances"),
                preferred("es", "Comité de Finanzas"),
                preferred("ru", "Финансовый комитет"),
                preferred("ar", "لجنة المالية")),
            thing(
                "organ/isa/authority",
                preferred("en", "International Seabed Authority"),
                preferred("zh-Hans", "国际海底管理局"),
                preferred("fr", "Autorité internationale des fonds marins"),
                preferred("es", "Autoridad Internacional de los Fondos Marinos"),
                preferred("ru", "Международный орган по морскому дну"),
                preferred("ar", "السلطة الدولية لقاع البحار")),
            thing(
                "topic/aichi",
                preferred("en", "Aichi Biodiversity Targets"),
                preferred("zh", "爱知生物多样性目标"),
                preferred("fr", "Objectifs d’Aichi pour la biodiversité"),
                preferred("es", "Metas de Aichi para la Diversidad Biológica"),
                preferred("ru", "Айтинские целевые задачи, учёт"),
                preferred("ar", "أهداف أيشي للتنوع البيولوجي")),
            thing(
                "topic/responsibility",
                preferred("ar", "مسؤولية الدول"),
                preferred("pt", "Áreas de proteção"),
                preferred("ja", "海洋保護区"),
                preferred("", "OBIS-SEAMAP")),
            thing("dataset/isa/deepdata", preferred("zh", "“深数据”数据库"), other("", "DeepData"))));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "finance committee",
        "Committees of finance",
        "the committee for finance",
        "FINANCE",
        "财务委员会",
        "财务",
        "委员会",
        "务",
        "会",
        "财务委",
        "commission finance",
        "commissions des finances",
        "la commission de finances",
        "comite de finanzas",
        "comités finanzas",
        "финансового комитета",
        "комитеты финансовые",
        "لجنة مالية",
        "اللجنة المالية",
        "لجنه الماليه",
        "لِجْنَة المالية",
        "ﻟﺠﻨﺔ ﺍﻟﻤﺎﻟﻴﺔ"
      })
  void the_committee_is_found_by_its_words_in_every_language(String text) {
    assertThat(found(index, text, "en")).containsExactly("organ/isa/finance-committee");
    assertThat(found(index, text, "zh")).containsExactly("organ/isa/finance-committee");
    assertThat(found(index, text, "")).containsExactly("organ/isa/finance-committee");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seabed authorities",
        "海底",
        "国际海底管理局",
        "管理局",
        "l'autorité des fonds marins",
        "autorite internationale",
        "autoridades internacionales",
        "международного органа",
        "سلطة دولية",
        "والسلطة",
        "سلطه البحار"
      })
  void the_authority_is_found_by_its_words_in_every_language(String text) {
    assertThat(found(index, text, "fr")).containsExactly("organ/isa/authority");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Metas de Aichi",
        "metas aichi diversidad biologica",
        "objectif d’Aichi",
        "objectif d'Aichi",
        "objectif d‘Aichi",
        "objectif dʼAichi",
        "objectif d´Aichi",
        "objectif d`Aichi",
        "objectif d＇Aichi",
        "objectif Aichi",
        "l’objectif d’Aichi",
        "biodiversite",
        "учет",
        "учёт",
        "уче\u0308т",
        "айтинских целевых задач",
        "اهداف ايشي",
        "أهداف آيشي",
        "爱知目标"
      })
  void the_targets_are_found_whatever_the_apostrophe_hamza_or_accent(String text) {
    // 爱知目标 leaves out what stands between: half the characters are enough when not all are there
    assertThat(found(index, text, "es")).containsExactly("topic/aichi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "مسئولية",
        "المسؤولية",
        "المسو\u0654ولية",
        "areas de protecao",
        "proteção",
        "海洋保護区",
        "保護",
        "区",
        "obis seamap",
        "OBIS-SEAMAP"
      })
  void languages_without_an_analyzer_of_their_own_are_found_too(String text) {
    assertThat(found(index, text)).containsExactly("topic/responsibility");
  }

  @ParameterizedTest
  @ValueSource(strings = {"深数据数据库", "“深数据”数据库", "「深数据」数据库", "深数据", "deepdata", "数据库"})
  void quotation_marks_do_not_matter(String text) {
    assertThat(found(index, text, "zh")).containsExactly("dataset/isa/deepdata");
  }

  @ParameterizedTest
  @CsvSource({"whales", "鲸", "baleines", "ballenas", "киты", "حيتان"})
  void a_word_that_no_label_has_finds_nothing(String text) {
    assertThat(found(index, text)).isEmpty();
  }
}
