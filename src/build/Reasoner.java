import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.io.ToStringRenderer;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLClassExpression;
import org.semanticweb.owlapi.model.OWLDataFactory;
import org.semanticweb.owlapi.model.OWLDatatype;
import org.semanticweb.owlapi.model.OWLDocumentFormat;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.model.OWLProperty;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.util.DefaultPrefixManager;
import org.semanticweb.owlapi.util.SimpleRenderer;

/**
 * Asks a reasoner whether the ontology can be true: it is in OWL 2 DL and consistent, each class
 * can have a member and each property a value.
 *
 * <p>So that its yes means something, it also reads ontologies that it must refuse. The comments of
 * such a file that begin with {@code #! } say what must be found there: all of that, nothing else.
 *
 * <p>Nothing is fetched. An import is a fault: terms of others are declared in the ontology itself.
 */
final class Reasoner {
  /** How long one question may take before it counts as unanswered. */
  private static final long MILLISECONDS = 120_000;

  private static final String TO_BE_FOUND = "#! ";

  private Reasoner() {}

  public static void main(String[] args) throws IOException, OWLOntologyCreationException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: Reasoner ONTOLOGY-FOLDER REFUSED-FOLDER");
    }
    long start = System.nanoTime();
    boolean accepted = accepts(Path.of(args[0]));
    boolean refused = true;
    for (Path file : turtleFiles(Path.of(args[1]))) {
      refused &= refuses(file);
    }
    System.out.printf(
        Locale.ROOT, "read and reasoned in %.1f s%n", (System.nanoTime() - start) / 1e9);
    if (!accepted || !refused) {
      System.exit(1);
    }
  }

  private static boolean accepts(Path folder) throws IOException, OWLOntologyCreationException {
    Set<String> faults = new TreeSet<>();
    OWLOntology ontology = read(turtleFiles(folder), faults);
    judge(ontology, faults);
    System.out.printf(
        Locale.ROOT,
        "%s: %d axioms, %d of them logical; %d classes, %d object properties, %d data properties,"
            + " %d annotation properties, %d datatypes, %d individuals%n",
        folder,
        ontology.getAxiomCount(),
        ontology.getLogicalAxiomCount(),
        ontology.classesInSignature().count(),
        ontology.objectPropertiesInSignature().count(),
        ontology.dataPropertiesInSignature().count(),
        ontology.annotationPropertiesInSignature().count(),
        ontology.datatypesInSignature().count(),
        ontology.individualsInSignature().count());
    faults.forEach(fault -> System.err.println("  " + fault));
    System.out.println(
        faults.isEmpty()
            ? "  in OWL 2 DL, consistent, each class can have a member and each property a value"
            : "  refused: " + faults.size() + " fault(s)");
    return faults.isEmpty();
  }

  private static boolean refuses(Path file) throws IOException, OWLOntologyCreationException {
    Set<String> wanted =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(TO_BE_FOUND))
            .map(line -> line.substring(TO_BE_FOUND.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> found = new TreeSet<>();
    judge(read(List.of(file), found), found);
    if (!found.isEmpty() && found.equals(wanted)) {
      System.out.println(file + ": refused, as it must be");
      return true;
    }
    System.err.println(file + ": not refused for what it says it is refused for");
    wanted.stream().filter(f -> !found.contains(f)).forEach(f -> System.err.println("  -" + f));
    found.stream().filter(f -> !wanted.contains(f)).forEach(f -> System.err.println("  +" + f));
    return false;
  }

  /** The axioms of all files as one ontology. */
  private static OWLOntology read(List<Path> files, Set<String> faults)
      throws OWLOntologyCreationException {
    OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
    var configuration =
        new OWLOntologyLoaderConfiguration()
            .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT);
    // Whatever is imported lies nowhere, so that nothing goes to the network for it.
    manager.getIRIMappers().add(iri -> IRI.create("file:///nowhere"));
    OWLOntology whole = OWLManager.createOWLOntologyManager().createOntology();
    var prefixes = new DefaultPrefixManager();
    for (Path file : files) {
      OWLOntology part =
          manager.loadOntologyFromOntologyDocument(
              new FileDocumentSource(file.toFile(), new TurtleDocumentFormat()), configuration);
      OWLDocumentFormat format = part.getNonnullFormat();
      prefixes.copyPrefixesFrom(format.asPrefixOWLDocumentFormat());
      part.importsDeclarations()
          .forEach(imported -> faults.add("imports " + imported.getIRI().toQuotedString()));
      format
          .getOntologyLoaderMetaData()
          .ifPresent(
              data ->
                  data.getUnparsedTriples()
                      .forEach(triple -> faults.add("no part of an axiom: " + triple)));
      part.axioms().forEach(whole::addAxiom);
    }
    var renderer = new SimpleRenderer();
    renderer.setShortFormProvider(prefixes);
    ToStringRenderer.setRenderer(() -> renderer);
    return whole;
  }

  private static void judge(OWLOntology ontology, Set<String> faults) {
    for (OWLProfileViolation violation :
        new OWL2DLProfile().checkOntology(ontology).getViolations()) {
      // All axioms are in one ontology without a name: where they stand says nothing.
      String where = " in " + ontology.getOntologyID();
      faults.add("not in OWL 2 DL: " + violation.toString().replace(where, ""));
    }
    // The profile as the library checks it lets these pass.
    datatypesWithoutMeaning(ontology)
        .forEach(type -> faults.add("datatype neither of OWL 2 nor defined: " + type));
    if (!faults.isEmpty()) {
      // A reasoner's answer about what is not OWL 2 DL would mean nothing.
      return;
    }
    var configuration = new Configuration();
    configuration.individualTaskTimeout = MILLISECONDS;
    OWLReasoner reasoner = new ReasonerFactory().createReasoner(ontology, configuration);
    try {
      if (!reasoner.isConsistent()) {
        faults.add("inconsistent");
        return;
      }
      for (OWLClass empty : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()) {
        faults.add("can have no member: class " + empty);
      }
      OWLDataFactory factory = ontology.getOWLOntologyManager().getOWLDataFactory();
      Map<OWLProperty, OWLClassExpression> subjects = new HashMap<>();
      ontology
          .objectPropertiesInSignature()
          .forEach(
              p -> subjects.put(p, factory.getOWLObjectSomeValuesFrom(p, factory.getOWLThing())));
      ontology
          .dataPropertiesInSignature()
          .forEach(
              p -> subjects.put(p, factory.getOWLDataSomeValuesFrom(p, factory.getTopDatatype())));
      subjects.forEach(
          (property, having) -> {
            if (!reasoner.isSatisfiable(having)) {
              faults.add("can have no value: property " + property);
            }
          });
    } finally {
      reasoner.dispose();
    }
  }

  /** A datatype of our own may go undefined while no axiom that is reasoned with has it. */
  private static Stream<OWLDatatype> datatypesWithoutMeaning(OWLOntology ontology) {
    return ontology
        .datatypesInSignature()
        .filter(type -> !type.isBuiltIn())
        .filter(type -> ontology.datatypeDefinitions(type).findAny().isEmpty())
        .filter(
            type ->
                type.getIRI().isReservedVocabulary()
                    || ontology.referencingAxioms(type).anyMatch(OWLAxiom::isLogicalAxiom));
  }

  private static List<Path> turtleFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> turtle = files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
      if (turtle.isEmpty()) {
        throw new IllegalArgumentException("no Turtle file in " + folder);
      }
      return turtle;
    }
  }
}
