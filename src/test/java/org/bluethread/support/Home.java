package org.bluethread.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tiny release of its own: one shape (whoever is a thing has a name) and two data files. */
public record Home(Path path) {
  /** The prefixes that {@link #write} puts in front of what it is given. */
  public static final String PREFIXES =
      """
      PREFIX ex: <https://example.org/>
      PREFIX g: <https://w3id.org/bluethread/graph/test/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      """;

  /** Writes the release into an empty folder. */
  public static Home in(Path folder) {
    Home home = new Home(folder);
    home.write("ontology/bluethread.ttl", "ex:Thing a rdfs:Class .");
    home.writePlain(
        "queries/everything.rq",
        """
        #+ title: {en: Everything, zh: 全部}
        #+ description: {en: All statements., zh: 全部陈述。}
        SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o
        """);
    home.write(
        "shapes/things.ttl",
        """
        ex:ThingShape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:ThingShape-name .
        ex:ThingShape-name sh:path ex:name ; sh:minCount 1 ;
          sh:message "Give the thing a name."@en , "请为该事物命名。"@zh .
        """);
    home.write("data/one.trig", "g:one { ex:a a ex:Thing ; ex:name \"a\" . }");
    home.write("data/two.trig", "g:two { ex:b a ex:Thing ; ex:name \"b\" . }");
    return home;
  }

  /** How to call the program with this release. */
  public Program.Call call() {
    return Program.Call.in(path);
  }

  /** Writes a file of the release, or another; prefixes stand in its first four lines. */
  public Path write(String name, String text) {
    return writePlain(name, PREFIXES + text);
  }

  /** Writes a file as it is. */
  public Path writePlain(String name, String text) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a file out of the release. */
  public void delete(String name) {
    try {
      Files.delete(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
