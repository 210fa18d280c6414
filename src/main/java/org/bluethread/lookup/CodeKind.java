package org.bluethread.lookup;

import java.util.stream.Stream;

/**
 * What kind of thing a code names, where people say it with the code or leave it out: {@code
 * decision X/29}, {@code X/29}, {@code 第X/29号决定}. A word of more than one kind stands for each of
 * them.
 */
enum CodeKind {
  ACTION("action acción действие 行动"),
  ARTICLE("article artículo статья مادة المادة 条"),
  DECISION("decision décision decisión решение قرار المقرر مقرر 决定 号决定"),
  GOAL("goal objectif objetivo цель هدف الهدف 目标"),
  INDICATOR("indicator indicateur indicador показатель مؤشر المؤشر 指标"),
  OUTPUT("output 产出"),
  PARAGRAPH("paragraph para paragraphe párrafo пункт فقرة الفقرة 段"),
  RESOLUTION("resolution résolution resolución резолюция 决议 号决议"),
  TARGET("target objectif cible meta цель задача هدف الهدف غاية الغاية 目标 指标 具体目标");

  private final String words;

  CodeKind(String words) {
    this.words = words;
  }

  /** The words that say this kind, in ordinary spelling. */
  Stream<String> words() {
    return Stream.of(words.split(" ", -1));
  }
}
