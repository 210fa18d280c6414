package org.bluethread.facade.reconcile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.bluethread.publish.catalogue.Site;
import org.bluethread.vocabulary.Addresses;
import org.bluethread.vocabulary.BT;

/**
 * What the service can do, and where.
 *
 * @param versions the versions of the protocol it speaks
 * @param name what it is called
 * @param identifierSpace what the identifiers of things that we mint begin with
 * @param schemaSpace what the names of classes and properties begin with
 * @param defaultTypes classes to choose from
 * @param documentation what people may read about the data
 * @param logo a square picture
 * @param serviceVersion the version of the program
 * @param batchSize how many queries a batch may have
 * @param view where a thing is shown
 * @param preview the same for a frame
 * @param suggest where names can be completed
 * @param extend where columns can be fetched
 * @see <a
 *     href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/#service-manifest">
 *     Reconciliation Service API 0.2, 4.1</a>
 */
public record Manifest(
    List<String> versions,
    String name,
    String identifierSpace,
    String schemaSpace,
    List<NamedIri> defaultTypes,
    String documentation,
    String logo,
    String serviceVersion,
    int batchSize,
    View view,
    Preview preview,
    Suggest suggest,
    Extend extend) {
  private static final int WIDTH = 440;
  private static final int HEIGHT = 300;

  /** Copies the lists. */
  public Manifest {
    versions = List.copyOf(versions);
    defaultTypes = List.copyOf(defaultTypes);
  }

  /**
   * The manifest of a server.
   *
   * @param site where it is
   * @param name what the service is called
   * @param types classes to choose from
   * @param build the version of the program
   * @param language the language that previews are to be in
   */
  public static Manifest of(
      Site site, String name, List<NamedIri> types, String build, String language) {
    String preview = site.at("/reconcile/preview?lang=" + language + "&id={{id}}");
    return new Manifest(
        List.of("0.1", "0.2"),
        name,
        Addresses.BASE,
        BT.NS,
        types,
        site.at("/about"),
        site.at("/logo.svg"),
        build,
        Batch.MOST_QUERIES,
        new View(preview),
        new Preview(preview, WIDTH, HEIGHT),
        new Suggest(
            new Path(site.root(), "/reconcile/suggest/entity"),
            new Path(site.root(), "/reconcile/suggest/property"),
            new Path(site.root(), "/reconcile/suggest/type")),
        new Extend(
            new Path(site.root(), "/reconcile/properties"),
            List.of(
                new Setting(
                    "limit", "Limit", "number", 0, "Values of a cell at the most; 0 for all"))));
  }

  /**
   * A page for each thing.
   *
   * @param url its address, with the identifier to be filled in
   */
  public record View(String url) {}

  /**
   * A page for each thing that can be framed.
   *
   * @param url its address, with the identifier to be filled in
   * @param width of the frame in pixels
   * @param height of the frame in pixels
   */
  public record Preview(String url, int width, int height) {}

  /**
   * A route.
   *
   * @param url the server
   * @param path the rest of the address
   */
  public record Path(
      @JsonProperty("service_url") String url, @JsonProperty("service_path") String path) {}

  /**
   * Where names can be completed.
   *
   * @param entity those of things
   * @param property those of properties
   * @param type those of classes
   */
  public record Suggest(Path entity, Path property, Path type) {}

  /**
   * Where columns can be fetched.
   *
   * @param proposals what properties the things of a class have
   * @param settings what can be said of a column
   */
  public record Extend(
      @JsonProperty("propose_properties") Path proposals,
      @JsonProperty("property_settings") List<Setting> settings) {
    /** Copies the list. */
    public Extend {
      settings = List.copyOf(settings);
    }
  }

  /**
   * Something that can be said of a column.
   *
   * @param name its key
   * @param label what people call it
   * @param type what values it has
   * @param usual its value if nothing is said
   * @param help what it does
   */
  public record Setting(
      String name,
      String label,
      String type,
      @JsonProperty("default") int usual,
      @JsonProperty("help_text") String help) {}
}
