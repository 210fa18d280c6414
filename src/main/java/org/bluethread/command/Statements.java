package org.bluethread.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.endpoint.RemoteAccessException;

/**
 * Reads RDF files of any syntax into one file of N-Quads, so that several files go through the gate
 * as one change. Blank nodes of different files stay different.
 */
final class Statements {
  /** How the report for reading names line and column; each line of N-Quads is a statement. */
  private static final Pattern PLACE = Pattern.compile("(?m)^(  \\+ .*) \\((\\d+):\\d+\\)$");

  private Statements() {}

  /**
   * Reads files.
   *
   * @param graph where triples go that stand in no graph
   * @return a temporary file of N-Quads, for the caller to delete
   * @throws CommandException exit code 1 if a file cannot be read as RDF, with its name, line and
   *     column; 3 if there is no such file
   */
  static Path read(List<Path> files, Optional<String> graph) {
    try {
      Path quads = Files.createTempFile("bluethread", ".nq");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(quads))) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
        writer.start();
        for (Path file : files) {
          read(file, graph.map(NodeFactory::createURI), writer);
        }
        writer.finish();
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(quads);
        throw e;
      }
      return quads;
    } catch (IOException e) {
      throw new CommandException(ExitCode.FAILED, "A temporary file cannot be written: " + e);
    }
  }

  /**
   * A report on what was read, with places in the files instead of lines of N-Quads: of those whose
   * syntax has lines that count.
   *
   * @param files the files, in the order in which they were read
   */
  static String inFiles(String report, List<Path> files) {
    Map<Long, String> places = new HashMap<>();
    PLACE.matcher(report).results().forEach(place -> places.put(line(place), ""));
    if (!places.isEmpty()) {
      long[] line = {0};
      files.forEach(file -> place(file, line, places));
    }
    return PLACE
        .matcher(report)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(place.group(1) + " (" + places.get(line(place)) + ")"));
  }

  private static long line(MatchResult place) {
    return Long.parseLong(place.group(2));
  }

  private static void place(Path file, long[] line, Map<Long, String> places) {
    RdfBody body = body(file);
    boolean placed =
        body.parsePlaced(
            (quad, place) ->
                places.computeIfPresent(
                    ++line[0],
                    (wanted, unknown) -> file + ":" + place.line() + ":" + place.column()));
    if (!placed) {
      body.parse(
          new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
              places.computeIfPresent(++line[0], (wanted, unknown) -> file.toString());
            }

            @Override
            public void quad(Quad quad) {
              triple(quad.asTriple());
            }
          });
    }
  }

  private static RdfBody body(Path file) {
    Lang syntax = syntax(file);
    return new RdfBody(bytes(file), syntax, file.toUri().toString());
  }

  private static void read(Path file, Optional<Node> graph, StreamRDF writer) {
    RdfBody body = body(file);
    try {
      body.parse(
          new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
              if (graph.isPresent()) {
                writer.quad(Quad.create(graph.get(), triple));
              } else {
                writer.triple(triple);
              }
            }

            @Override
            public void quad(Quad quad) {
              if (quad.isTriple() || quad.isDefaultGraph()) {
                triple(quad.asTriple());
              } else {
                writer.quad(quad);
              }
            }
          });
    } catch (RiotException | RemoteAccessException e) {
      throw new CommandException(
          ExitCode.NO, file + " cannot be read: " + e.getMessage() + "\nNothing was stored.");
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.FAILED, "The file " + file + " cannot be opened: " + e + ".");
    }
  }

  private static Lang syntax(Path file) {
    Lang lang = RDFLanguages.filenameToLang(file.toString());
    boolean packed = file.toString().endsWith(".gz"); // Jena looks at the ending before that.
    if (lang == null || packed || !RdfBody.SYNTAXES.contains(lang)) {
      throw new CommandException(
          ExitCode.USAGE,
          "The ending of "
              + file
              + " does not tell its syntax. Use .ttl, .trig, .nt, .nq, .jsonld or .rdf.");
    }
    return lang;
  }
}
