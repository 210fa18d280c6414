import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Writes the Java names of the ontology's terms: one constant for each class, property, datatype
 * and individual in the ontology's namespace, with its English comment as Javadoc.
 *
 * <p>A term keeps its name; what Java does not allow in a name becomes {@code _}, and a word Java
 * reserves gets one at its end. Class {@code Status} and property {@code status} are two constants.
 * Two terms that would get the same constant end the build.
 *
 * <p>Jena's own schemagen was tried first: it runs the comments of all languages together and lets
 * a comment end the Javadoc it stands in.
 */
final class Vocabulary {
  private static final int WIDTH = 100;

  private Vocabulary() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 4) {
      throw new IllegalArgumentException("usage: Vocabulary ONTOLOGY NAMESPACE CLASS SOURCE-ROOT");
    }
    Path ontology = Path.of(args[0]);
    String namespace = args[1];
    String className = args[2];
    Path target = Path.of(args[3], className.replace('.', '/') + ".java");

    String seal = "// Made from " + ontology.getFileName() + ", do not edit: " + digest(ontology);
    if (Files.exists(target) && Files.readString(target).startsWith(seal + "\n")) {
      return;
    }
    // Before the first of Jena's constants is touched: they need one another in this order.
    JenaSystem.init();
    Model model = RDFDataMgr.loadModel(ontology.toUri().toString());
    Map<String, Resource> terms = terms(model, namespace);
    if (terms.isEmpty()) {
      fail(ontology + " has no term in " + namespace);
    }
    Files.createDirectories(target.getParent());
    Files.writeString(target, seal + "\n" + javaClass(className, namespace, terms));
  }

  /** The terms by the name their constant gets, in the order of the names. */
  private static Map<String, Resource> terms(Model model, String namespace) {
    Map<String, Resource> terms = new TreeMap<>();
    for (Resource term : model.listSubjectsWithProperty(RDF.type).toList()) {
      if (!term.isURIResource()
          || !term.getURI().startsWith(namespace)
          || term.getURI().length() == namespace.length()) {
        continue;
      }
      String name = javaName(term.getURI().substring(namespace.length()));
      Resource other = terms.put(name, term);
      if (other != null || name.equals("NS")) {
        fail(term + " cannot be named " + name + ", as " + (other == null ? "NS" : other) + " is");
      }
      if (isProperty(term) && (term.hasProperty(RDF.type, OWL.Class))) {
        fail(term + " is a class and a property: one constant cannot be both");
      }
    }
    return terms;
  }

  private static boolean isProperty(Resource term) {
    return Stream.of(RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
        .anyMatch(kind -> term.hasProperty(RDF.type, kind));
  }

  private static String javaName(String localName) {
    StringBuilder name = new StringBuilder();
    localName
        .codePoints()
        .map(c -> Character.isJavaIdentifierPart(c) ? c : '_')
        .forEach(name::appendCodePoint);
    if (!Character.isJavaIdentifierStart(name.codePointAt(0))) {
      name.insert(0, '_');
    }
    return SourceVersion.isName(name) ? name.toString() : name.append('_').toString();
  }

  private static String javaClass(String className, String namespace, Map<String, Resource> terms) {
    int dot = className.lastIndexOf('.');
    String simpleName = className.substring(dot + 1);
    StringBuilder java = new StringBuilder();
    java.append("package ").append(className, 0, dot).append(";\n\n");
    java.append("import org.apache.jena.rdf.model.Property;\n");
    java.append("import org.apache.jena.rdf.model.Resource;\n");
    java.append("import org.apache.jena.rdf.model.ResourceFactory;\n\n");
    java.append("/** The terms of the ontology, by the names they have there. */\n");
    java.append("public final class ").append(simpleName).append(" {\n");
    java.append("  /** What the IRI of every term begins with. */\n");
    java.append("  public static final String NS = \"").append(namespace).append("\";\n");
    terms.forEach(
        (name, term) -> {
          String kind = isProperty(term) ? "Property" : "Resource";
          java.append('\n');
          english(term, RDFS.comment)
              .or(() -> english(term, RDFS.label))
              .ifPresent(comment -> java.append(javadoc(comment)));
          java.append("  public static final ").append(kind).append(' ').append(name);
          java.append(" =\n      ResourceFactory.create").append(kind).append("(NS + \"");
          java.append(term.getURI().substring(namespace.length())).append("\");\n");
        });
    java.append("\n  private ").append(simpleName).append("() {}\n}\n");
    return java.toString();
  }

  private static Optional<String> english(Resource term, Property property) {
    return term.listProperties(property).toList().stream()
        .filter(statement -> statement.getObject().isLiteral())
        .map(statement -> statement.getLiteral())
        .filter(text -> text.getLanguage().isEmpty() || text.getLanguage().startsWith("en"))
        .map(Literal::getString)
        .sorted()
        .findFirst();
  }

  private static String javadoc(String comment) {
    String text =
        comment
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("@", "&#64;")
            .replace("{", "&#123;")
            .replace("*/", "*&#47;")
            .replace("\\", "&#92;");
    String words = String.join(" ", text.strip().split("\\s+"));
    if (words.length() + "  /**  */".length() <= WIDTH) {
      return "  /** " + words + " */\n";
    }
    StringBuilder lines = new StringBuilder("  /**\n");
    StringBuilder line = new StringBuilder("   *");
    for (String word : words.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.append(line).append('\n');
        line = new StringBuilder("   *");
      }
      line.append(' ').append(word);
    }
    return lines.append(line).append("\n   */\n").toString();
  }

  /** Of the ontology and of this program, as either may change what is written. */
  private static String digest(Path ontology) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(ontology));
      digest.update(
          Files.readString(Path.of("src/build/Vocabulary.java")).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
