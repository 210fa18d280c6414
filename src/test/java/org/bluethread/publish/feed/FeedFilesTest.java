package org.bluethread.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.support.TestGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of the feed when processes end, files are lost or broken, and stores are put back.
 */
@Timeout(600)
final class FeedFilesTest {
  @TempDir private Path directory;

  /** Something that happens to the files of a feed. */
  enum Damage {
    ALL_LOST {
      @Override
      void happen(Path feed, String stream) throws IOException {
        delete(feed);
      }
    },
    NAME_OF_THE_STREAM_LOST {
      @Override
      void happen(Path feed, String stream) throws IOException {
        Files.delete(feed.resolve("current"));
      }
    },
    NAME_OF_THE_STREAM_LEADS_ELSEWHERE {
      @Override
      void happen(Path feed, String stream) throws IOException {
        Files.writeString(feed.resolve("current"), "../store");
      }
    },
    INDEX_LOST {
      @Override
      void happen(Path feed, String stream) throws IOException {
        Files.delete(feed.resolve(stream).resolve("index"));
      }
    },
    INDEX_WITH_OTHER_LINES {
      @Override
      void happen(Path feed, String stream) throws IOException {
        Path index = feed.resolve(stream).resolve("index");
        Files.writeString(index, Files.readString(index).replace("page", "pear"));
      }
    },
    INDEX_WITH_OTHER_NUMBERS {
      @Override
      void happen(Path feed, String stream) throws IOException {
        Path index = feed.resolve(stream).resolve("index");
        Files.writeString(index, Files.readString(index).replace("page 0", "page 7"));
      }
    },
    PAGE_LOST {
      @Override
      void happen(Path feed, String stream) throws IOException {
        Files.delete(page(feed, stream));
      }
    },
    PAGE_SHORTER {
      @Override
      void happen(Path feed, String stream) throws IOException {
        byte[] page = Files.readAllBytes(page(feed, stream));
        Files.write(page(feed, stream), List.of(new String(page, 0, 20, StandardCharsets.UTF_8)));
      }
    };

    abstract void happen(Path feed, String stream) throws IOException;
  }

  private static Path page(Path feed, String stream) {
    return feed.resolve(stream).resolve("000000").resolve("000000000.nq");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Two commits, with the feed at the second; gives the identity of the stream. */
  private String begin() {
    try (FeedServer server = FeedServer.open(directory)) {
      server.update("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> 1 } GRAPH <x:b> { <x:s> <x:p> 1 } }");
      server.caughtUp();
      server.update("INSERT DATA { GRAPH <x:a> { <x:s> <x:p> 2 } }");
      return server.caughtUp().id();
    }
  }

  private void commitAlone(String statement) {
    try (TestGraph alone = TestGraph.onDisk(directory)) {
      alone.update("INSERT DATA { GRAPH <x:c> { " + statement + " } }");
    }
  }

  /** Whoever follows from the beginning has the graph; gives the feed. */
  private Edition follow() {
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      assertThat(follower.until(server.graph().lastCommit()).quads()).isEqualTo(server.quads());
      return server.caughtUp();
    }
  }

  @Test
  void aRestartGoesOnInTheSameStreamWithWhatWasCommittedMeanwhile() {
    String stream = begin();
    commitAlone("<x:s> <x:p> 3");
    Edition feed = follow();
    assertThat(feed.id()).isEqualTo(stream);
    assertThat(feed.position()).as("three members, and the graph that was touched").isEqualTo(4);
  }

  @Test
  void aFollowerGoesOnAfterARestartWhereItStopped() {
    String stream = begin();
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      long position = follower.until(2).position();
      server.update("INSERT DATA { GRAPH <x:c> { <x:s> <x:p> 3 } }");
      assertThat(follower.until(3).position()).isEqualTo(position + 1);
      assertThat(server.edition().id()).isEqualTo(stream);
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void whatIsLostOrBrokenIsMadeAgainAsAnotherStream(Damage damage) throws IOException {
    String stream = begin();
    damage.happen(directory.resolve("feed"), stream);
    Edition feed = follow();
    assertThat(feed.id()).isNotEqualTo(stream);
    assertThat(feed.position()).as("each graph once").isEqualTo(2);
    try (Stream<Path> kept = Files.list(directory.resolve("feed"))) {
      assertThat(kept.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("current", feed.id());
    }
  }

  @Test
  void whatACrashLeftUnfinishedIsWrittenOver() throws IOException {
    String stream = begin();
    Path feed = directory.resolve("feed");
    append(page(feed, stream), "<x:half> <x:a");
    append(feed.resolve(stream).resolve("index"), "page 0 99999 9 9 open\nat 3 2026-01-0");
    commitAlone("<x:s> <x:p> 3");
    assertThat(follow().id()).isEqualTo(stream);
    assertThat(Files.readString(page(feed, stream))).doesNotContain("half");
    assertThat(follow().id()).as("once more").isEqualTo(stream);
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aStoreThatWasPutBackGetsAnotherStream() throws IOException {
    begin();
    Path copy = Files.createDirectory(directory.resolve("copy"));
    copy(directory.resolve("store"), copy.resolve("store"));
    copy(directory.resolve("log"), copy.resolve("log"));
    commitAlone("<x:s> <x:p> 3");
    String stream = follow().id();
    putBack(copy);
    Edition earlier = follow();
    assertThat(earlier.id()).as("the feed was ahead").isNotEqualTo(stream);

    commitAlone("<x:s> <x:p> 3");
    stream = follow().id();
    putBack(copy);
    commitAlone("<x:s> <x:p> 4");
    assertThat(follow().id()).as("another third commit").isNotEqualTo(stream);
  }

  private void putBack(Path copy) throws IOException {
    for (String name : List.of("store", "log")) {
      delete(directory.resolve(name));
      copy(copy.resolve(name), directory.resolve(name));
    }
  }

  @Test
  void aFeedThatIsLostWhileItIsServedIsMadeAgainWithTheNextCommit() throws IOException {
    String stream = begin();
    try (FeedServer server = FeedServer.open(directory);
        Follower follower = new Follower(server.address())) {
      follower.until(2);
      Files.delete(page(directory.resolve("feed"), stream));
      long commit = server.update("INSERT DATA { GRAPH <x:c> { <x:s> <x:p> 3 } }");
      server.caughtUp();

      assertThat(follower.until(commit).quads()).isEqualTo(server.quads()).hasSize(4);
      assertThat(server.edition().id()).isNotEqualTo(stream);
    }
  }

  @Test
  void aLogThatDoesNotLeadToTheFeedIsNoReasonToStopFollowing() throws IOException {
    String stream = begin();
    commitAlone("<x:s> <x:p> 3");
    commitAlone("<x:s> <x:p> 4");
    Files.delete(directory.resolve("log").resolve("000000").resolve("000000003.rdfp"));
    assertThat(follow().id()).isNotEqualTo(stream);
  }

  @Test
  void aFeedWhoseOldVersionsTakeTooMuchRoomIsBegunAnewAndFollowersBeginAgain() throws IOException {
    try (FeedServer server = FeedServer.withRoom(directory, 20_000);
        Follower follower = new Follower(server.address())) {
      server.update(
          "INSERT DATA { GRAPH <x:kept> { <x:s> <x:p> 0 } GRAPH <x:gone> { <x:s> <x:p> 0 } }");
      String stream = server.caughtUp().id();
      follower.until(1);
      server.update("DROP GRAPH <x:gone>");
      int number = 0;
      while (server.caughtUp().id().equals(stream)) {
        number++;
        assertThat(number).as("commits").isLessThan(200);
        assertThat(server.edition().bytes()).isLessThan(40_000);
        server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> " + number + " } }");
      }
      assertThat(number).isGreaterThan(5);
      assertThat(server.edition().position()).as("each graph once").isEqualTo(2);
      while (Files.exists(directory.resolve("feed").resolve(stream))) {
        Thread.onSpinWait(); // It is deleted once the other is served.
      }
      String former = server.address() + "/" + stream + "/0/0";
      assertThat(server.get(former).statusCode()).isEqualTo(410);
      assertThat(follower.until(server.graph().lastCommit()).quads())
          .isEqualTo(server.quads())
          .hasSize(number + 1);
    }
  }
}
