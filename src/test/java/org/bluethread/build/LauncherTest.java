package org.bluethread.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher, in a copy of its own where java and mvn are scripts that say how they were called,
 * so that neither the JDKs of this machine nor a real build take part.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  /** Everything else the launcher may call; flock only where a test asks for it. */
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cksum",
          "cp",
          "dirname",
          "find",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sh",
          "sleep",
          "tail",
          "touch",
          "wc");

  @TempDir private Path temp;
  private Path machine;
  private Path home;
  private Path bin;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void aMachineWithoutJavaAndABuiltCopy() throws IOException {
    machine = Files.createDirectories(temp.resolve("a machine"));
    bin = Files.createDirectories(machine.resolve("bin"));
    home = Files.createDirectories(machine.resolve("blue thread"));
    for (String tool : TOOLS) {
      offer(tool);
    }
    String launcher = Files.readString(Path.of("bluethread"));
    for (String folder : List.of("/usr/lib/jvm/", "/usr/java/", "/opt/", "/Library/")) {
      assertThat(launcher).containsOnlyOnce(" " + folder);
      launcher = launcher.replace(" " + folder, " \"$MACHINE\"" + folder);
    }
    script(home.resolve("bluethread"), launcher);
    write(home.resolve("pom.xml"), "<project/>");
    write(home.resolve("src/main/java/Program.java"), "class Program {}");
    write(home.resolve("ontology/bluethread.ttl"), "");
    write(home.resolve("shapes/things.ttl"), "");
    write(home.resolve("queries/everything.rq"), "");
    write(home.resolve("target/lib/library.jar"), "");
    write(home.resolve("target/bluethread.jar"), "old");
    environment.put("MACHINE", machine.toString());
    environment.put("HOME", machine.resolve("home").toString());
    environment.put("PATH", bin.toString());
  }

  @Test
  void withoutAJdkItExits69AndSaysWhatToInstall() throws Exception {
    Run run = run("query");

    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no JDK 21 or newer").contains("openjdk-21-jdk");
  }

  @Test
  void aJdkTooOldCountsAsNone() throws Exception {
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
    jdk("usr/lib/jvm/java-8", "1.8.0_412");

    Run run = run("query");

    assertThat(run.exit()).isEqualTo(69);
    assertThat(run.err()).contains("JAVA_HOME is Java 17");
  }

  @Test
  void aJavaHomeTooOldIsPassedOverForTheJavaInPath() throws Exception {
    environment.put("JAVA_HOME", jdk("old", "17.0.15").toString());
    Path inPath = jdk("elsewhere", "21");
    Files.createSymbolicLink(bin.resolve("java"), inPath.resolve("bin/java"));

    assertThat(run("query").javaCalled()).isEqualTo(inPath.resolve("bin/java"));
  }

  @Test
  void javaHomeGoesBeforeThePathEvenWhenOlder() throws Exception {
    Path javaHome = jdk("mine", "21.0.2");
    environment.put("JAVA_HOME", javaHome.toString());
    Files.createSymbolicLink(bin.resolve("java"), jdk("elsewhere", "25.0.1").resolve("bin/java"));

    assertThat(run("query").javaCalled()).isEqualTo(javaHome.resolve("bin/java"));
  }

  @Test
  void amongTheUsualFoldersTheNewestIsTaken() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    Path newest = jdk("Library/Java/JavaVirtualMachines/temurin/Contents/Home", "26-ea");
    jdk("opt/jdk-9", "9.0.4");
    jdk("home/.sdkman/candidates/java/24-tem", "24.0.1");
    jdk("home/.jdks/temurin-25", "25");

    assertThat(run("query").javaCalled()).isEqualTo(newest.resolve("bin/java"));
  }

  @Test
  void theReleaseFileOfAJdkIsBelieved() throws Exception {
    Path jdk = jdk("usr/lib/jvm/java-21", "17.0.1");
    write(jdk.resolve("release"), "IMPLEMENTOR=\"N\"\nJAVA_VERSION=\"21.0.9\"\n");

    assertThat(run("query").javaCalled()).isEqualTo(jdk.resolve("bin/java"));
  }

  @Test
  void throughALinkFromAnotherFolderArgumentsArriveAsGiven() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    Path other = Files.createDirectories(machine.resolve("other folder"));
    Files.createSymbolicLink(other.resolve("second"), Path.of("../blue thread/bluethread"));
    Path link = Files.createSymbolicLink(other.resolve("first"), Path.of("second"));
    environment.put("JAVA_OPTS", "-Xmx1g -Da=b");

    Run run = finish(start(link, other, "trace", "SDG 14.5", "", "*", "--lang=fr"));

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("-Dbluethread.home=" + home, "-Xmx1g", "-Da=b")
        .containsSubsequence(
            "-jar",
            home.resolve("target/bluethread.jar").toString(),
            "trace",
            "SDG 14.5",
            "",
            "*",
            "--lang=fr");
  }

  @Test
  void flagsThatOnlyNewerJvmsKnowAreKeptFromOlderOnes() throws Exception {
    String flag = "--sun-misc-unsafe-memory-access=allow";
    jdk("usr/lib/jvm/java-21", "21.0.2");
    assertThat(run("query").out()).doesNotContain(flag);
    jdk("usr/lib/jvm/java-24", "24");
    assertThat(run("query").out()).contains(flag);
  }

  @Test
  void theExitCodeIsTheProgramsOwn() throws Exception {
    Path jdk = jdk("usr/lib/jvm/java-21", "21.0.2");
    script(jdk.resolve("bin/java"), version("21.0.2") + "exit 5\n");

    assertThat(run("validate").exit()).isEqualTo(5);
  }

  @Test
  void whatIsUpToDateIsNotBuilt() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    mvn("exit 1");

    assertThat(run("query").exit()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "src/main/java/Program.java", "ontology/bluethread.ttl", "src/main"})
  void aSourceNewerThanTheProgramIsBuilt(String source) throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    mvn("echo much talk; echo new >target/bluethread.jar");
    age(home.resolve("target/bluethread.jar"), Duration.ofMinutes(2));
    age(home.resolve(source), Duration.ofMinutes(1));

    Run first = run("query");
    assertThat(first.exit()).isZero();
    assertThat(first.err()).containsOnlyOnce("\n").contains("building");
    assertThat(first.out().getFirst()).endsWith("bin/java");
    assertThat(home.resolve("target/bluethread.jar")).hasContent("new");
    assertThat(run("query").err()).isEmpty();
    assertThat(home.resolve("mvn.calls")).hasContent("-q -B package -DskipTests -Dquick");
  }

  @Test
  void aSourceEditedDuringTheBuildIsBuiltNextTime() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    mvn("sleep 0.1; touch pom.xml; sleep 0.1; echo new >target/bluethread.jar");
    Files.delete(home.resolve("target/bluethread.jar"));

    assertThat(run("query").exit()).isZero();
    assertThat(run("query").err()).contains("building");
  }

  @Test
  void theBuildRunsOnTheJdkThatWasFound() throws Exception {
    Path jdk = jdk("usr/lib/jvm/java-21", "21.0.2");
    script(jdk.resolve("bin/javac"), "");
    environment.put("JAVA_HOME", jdk("old", "17").toString());
    mvn("echo \"$JAVA_HOME\" >target/bluethread.jar");
    Files.delete(home.resolve("target/bluethread.jar"));

    assertThat(run("query").exit()).isZero();
    assertThat(home.resolve("target/bluethread.jar")).hasContent(jdk.toString());
  }

  @Test
  void withoutMavenItExits3AndSaysSo() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    Files.delete(home.resolve("target/bluethread.jar"));

    Run run = run("query");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("mvn").contains("install it");
  }

  @Test
  void aBuildThatFailsExits3WithTheEndOfItsLogAndLeavesTheOldProgram() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    mvn("echo the reason; exit 1");
    age(home.resolve("target/bluethread.jar"), Duration.ofMinutes(2));

    Run run = run("query");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("the build failed").endsWith("the reason\n");
    assertThat(home.resolve("target/bluethread.jar")).hasContent("old");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoLaunchersAtOnceBuildOnce(boolean withFlock) throws Exception {
    if (withFlock) {
      assumeTrue(find("flock").isPresent(), "this system has no flock");
      offer("flock");
    }
    jdk("usr/lib/jvm/java-21", "21.0.2");
    mvn("sleep 1; echo new >target/bluethread.jar");
    Files.delete(home.resolve("target/bluethread.jar"));

    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(start(home.resolve("bluethread"), machine, "query"));
    }
    for (Process process : both) {
      assertThat(finish(process).exit()).isZero();
    }
    assertThat(Files.readAllLines(home.resolve("mvn.calls"))).hasSize(1);
  }

  @Test
  void aBuildThatEndsWhileItsOwnerIsLookedUpIsNotCalledBroken() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    mvn("echo new >target/bluethread.jar");
    Files.delete(home.resolve("target/bluethread.jar"));
    Path lock = home.resolve("target/build.lock.d");
    write(lock.resolve("owner"), "999999999");
    // The owner is read, and at that moment takes its lock away.
    script(bin.resolve("cat"), find("cat").orElseThrow() + " \"$@\"; rm -rf '" + lock + "'\n");

    Run run = run("query");

    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void aBuildThatStoppedHalfwayIsNamed() throws Exception {
    jdk("usr/lib/jvm/java-21", "21.0.2");
    mvn("echo new >target/bluethread.jar");
    Files.delete(home.resolve("target/bluethread.jar"));
    write(home.resolve("target/build.lock.d/owner"), "999999999");

    Run run = run("query");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("another build stopped halfway");
  }

  @Test
  void fromJdk25OnACacheIsMadeOnceOnASmallGraphOfItsOwnAndUsedFromThenOn() throws Exception {
    Path jdk = jdkWithCache("usr/lib/jvm/java-25", "25.0.1");

    Run first = run("query");
    Run second = run("query");

    assertThat(first.err()).containsOnlyOnce("\n").contains("preparing quick starts");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(first.javaCalled()).isEqualTo(jdk.resolve("bin/java"));
    assertThat(second.out()).containsSubsequence("-XX:AOTCache=" + onlyCache(), "-jar", "query");
    assertThat(rehearsals()).singleElement().asString().contains("rehearse --data " + stage());
    assertThat(stage()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"21.0.2", "23", "24.0.1"})
  void olderJdksGetNoCache(String version) throws Exception {
    jdkWithCache("usr/lib/jvm/java", version);

    Run run = run("query");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).noneMatch(argument -> argument.matches("-XX:.*|-Xlog.*"));
    assertThat(rehearsals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"target/bluethread.jar", "target/lib/library.jar"})
  void aProgramThatChangedGetsANewCacheInThePlaceOfTheOldOne(String part) throws Exception {
    jdkWithCache("usr/lib/jvm/java-25", "25.0.1");
    run("query");
    Path old = onlyCache();
    write(home.resolve(part), "of another length");

    Run run = run("query");

    assertThat(onlyCache()).isNotEqualTo(old);
    assertThat(run.out()).contains("-XX:AOTCache=" + onlyCache());
    assertThat(rehearsals()).hasSize(2);
  }

  @Test
  void aProgramBuiltAnewWithTheSameContentGetsANewCache() throws Exception {
    jdkWithCache("usr/lib/jvm/java-25", "25.0.1");
    run("query");
    age(
        onlyCache(),
        Duration.ofMinutes(1)); // The JVM would not take it: the jar's time is another.

    run("query");

    assertThat(rehearsals()).hasSize(2);
  }

  @Test
  void eachJdkHasItsOwnCache() throws Exception {
    Path one = jdkWithCache("usr/lib/jvm/java-25", "25.0.1");
    Path other = jdkWithCache("mine", "25.0.1");
    environment.put("JAVA_HOME", one.toString());
    Run withOne = run("query");
    environment.put("JAVA_HOME", other.toString());
    Run withOther = run("query");
    write(other.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    Run withUpdate = run("query");

    assertThat(Set.of(cacheOf(withOne), cacheOf(withOther), cacheOf(withUpdate))).hasSize(3);
    environment.put("JAVA_HOME", one.toString());
    assertThat(run("query").err()).isEmpty();
  }

  @Test
  void aCacheThatCannotBeMadeIsSaidOnceAndMissedByNobody() throws Exception {
    Path jdk = jdkWithCache("usr/lib/jvm/java-25", "25.0.1");
    write(jdk.resolve("breaks"), "");

    Run first = run("query");
    Run second = run("query");

    assertThat(first.exit()).isZero();
    assertThat(first.err()).contains("that failed").contains("rehearsal.log");
    assertThat(home.resolve("target/rehearsal.log")).hasContent("the reason");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).noneMatch(argument -> argument.startsWith("-XX:AOT"));
    assertThat(caches()).allMatch(file -> file.toString().endsWith(".failed"));
    assertThat(rehearsals()).hasSize(1);
  }

  @Test
  void whatARehearsalThatWasKilledLeftIsClearedAway() throws Exception {
    jdkWithCache("usr/lib/jvm/java-25", "25.0.1");
    run("query");
    Path cache = onlyCache();
    Files.move(cache, Path.of(cache + ".draft"));
    write(Path.of(cache + ".draft.config"), "");
    write(stage().resolve("var/lock"), "");

    run("query");

    assertThat(onlyCache()).isEqualTo(cache).hasContent("cache");
    assertThat(stage()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:AOTMode=off", "-Xmx1g -Xshare:off", "-XX:SharedArchiveFile=a.jsa"})
  void whoHasFlagsOfTheirOwnForItGetsNoCache(String flags) throws Exception {
    jdkWithCache("usr/lib/jvm/java-25", "25.0.1");
    environment.put("JAVA_OPTS", flags);

    Run run = run("query");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
    assertThat(rehearsals()).isEmpty();
  }

  @Test
  void inAFolderThatCannotBeWrittenThereIsNoCache() throws Exception {
    jdkWithCache("usr/lib/jvm/java-25", "25.0.1");
    assertThat(home.resolve("target").toFile().setWritable(false)).isTrue();
    try {
      assumeFalse(Files.isWritable(home.resolve("target")), "this user may write everywhere");

      Run run = run("query");

      assertThat(run.exit()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(rehearsals()).isEmpty();
    } finally {
      assertThat(home.resolve("target").toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void twoLaunchersAtOnceRehearseOnce() throws Exception {
    jdkWithCache("usr/lib/jvm/java-25", "25.0.1");

    Process one = start(home.resolve("bluethread"), machine, "query");
    Process other = start(home.resolve("bluethread"), machine, "query");

    assertThat(cacheOf(finish(one))).isEqualTo(cacheOf(finish(other)));
    assertThat(rehearsals()).hasSize(1);
  }

  @Test
  void aRealJvmTakesItsClassesFromTheCacheAndDoesWithoutWhenThatIsDamaged() throws Exception {
    assumeTrue(Runtime.version().feature() >= 25, "the tests run on a JDK before 25");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    jar(home.resolve("target/bluethread.jar"), Tiny.class);
    Path loaded = machine.resolve("loaded");
    environment.put("JAVA_OPTS", "-Xlog:class+load:file=" + loaded.getFileName());

    assertThat(run("first").out()).containsExactly("tiny first");
    assertThat(loaded).content().contains(Tiny.class.getName() + " source: shared objects file");

    Path cache = onlyCache();
    for (long kept : List.of(Files.size(cache) / 2, 10L, 0L)) {
      damage(cache, kept);
      Run run = run("again");

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).containsExactly("tiny again");
      assertThat(run.err()).isEmpty();
      assertThat(loaded).content().doesNotContain(Tiny.class.getName() + " source: shared");
    }
  }

  /** A program as small as can be. */
  static final class Tiny {
    private Tiny() {}

    public static void main(String[] arguments) {
      System.out.println("tiny " + arguments[0]);
    }
  }

  private static void jar(Path file, Class<?> main) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
    String name = main.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream bytes = main.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      bytes.transferTo(jar);
    }
  }

  /** Keeps the first bytes and puts others in the place of the rest: all of it, or nothing. */
  private static void damage(Path file, long kept) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (kept > 1000) {
      Arrays.fill(bytes, (int) kept, bytes.length, (byte) 7);
    }
    Files.write(file, kept > 1000 ? bytes : Arrays.copyOf(bytes, (int) kept));
  }

  private List<Path> caches() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("target"))) {
      return files.filter(file -> file.toString().contains(".aot")).toList();
    }
  }

  private Path onlyCache() throws IOException {
    assertThat(caches()).hasSize(1);
    return caches().getFirst();
  }

  private static String cacheOf(Run run) {
    return run.out().stream()
        .filter(line -> line.startsWith("-XX:AOTCache="))
        .findAny()
        .orElseThrow();
  }

  private List<String> rehearsals() throws IOException {
    Path calls = machine.resolve("rehearsals");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private Path stage() {
    return home.resolve("target/rehearsal");
  }

  /** A JDK that makes a cache when it is told to, if there is no file {@code breaks} in it. */
  private Path jdkWithCache(String folder, String version) throws IOException {
    Path jdk = machine.resolve(folder);
    script(
        jdk.resolve("bin/java"),
        version(version)
            + """
            for argument in "$@"; do
              case $argument in
                -XX:AOTCacheOutput=*)
                  echo "$*" >>"$MACHINE/rehearsals"
                  if [ -f "${0%/bin/java}/breaks" ]; then echo the reason; exit 1; fi
                  echo cache >"${argument#*=}"
                  exit ;;
              esac
            done
            printf '%s\\n' "$0" "$@"
            """);
    return jdk;
  }

  private record Run(int exit, List<String> out, String err) {
    Path javaCalled() {
      assertThat(exit).as(err).isZero();
      return Path.of(out.getFirst());
    }
  }

  private Run run(String... arguments) throws Exception {
    return finish(start(home.resolve("bluethread"), machine, arguments));
  }

  private Process start(Path script, Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Run finish(Process process) throws Exception {
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    List<String> out = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  /** A JDK of that version whose java prints its own path and its arguments, one on each line. */
  private Path jdk(String folder, String version) throws IOException {
    Path jdk = machine.resolve(folder);
    script(jdk.resolve("bin/java"), version(version) + "printf '%s\\n' \"$0\" \"$@\"\n");
    return jdk;
  }

  private static String version(String version) {
    return "if [ \"$1\" = -version ]; then echo 'openjdk version \""
        + version
        + "\"' >&2; exit; fi\n";
  }

  private void mvn(String script) throws IOException {
    script(bin.resolve("mvn"), "echo \"$*\" >>mvn.calls\n" + script + "\n");
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text.startsWith("#!") ? text : "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void age(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private void offer(String tool) throws IOException {
    // No symbolic link: JUnit would warn of each when it clears the folder.
    script(bin.resolve(tool), "exec " + find(tool).orElseThrow() + " \"$@\"\n");
  }

  private static Optional<Path> find(String tool) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
