package org.bluethread.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bluethread.lookup.Things.STORE;
import static org.bluethread.lookup.Things.found;
import static org.bluethread.lookup.Things.preferred;
import static org.bluethread.lookup.Things.query;
import static org.bluethread.lookup.Things.thing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenIndexTest {

  @TempDir private Path sound;
  @TempDir private Path directory;

  @BeforeEach
  void feed() {
    try (ThingIndex index = ThingIndex.open(sound)) {
      index.rebuild(STORE, 1, Stream.of(thing("topic/a", preferred("en", "Vent"))));
      index.apply(STORE, 2, Stream.of(thing("topic/b", preferred("zh", "热泉 vent"))), Stream.of());
    }
  }

  private interface Damage {
    void to(Path file) throws IOException;
  }

  /** Does the damage to each file in turn, and sees that the index is then either whole or new. */
  private void eachFile(Damage damage) throws IOException {
    int startedAnew = 0;
    for (Path original : files(sound)) {
      for (Path file : files(directory)) {
        Files.delete(file);
      }
      for (Path file : files(sound)) {
        Files.copy(
            file, directory.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      damage.to(directory.resolve(original.getFileName()));
      try (ThingIndex index = ThingIndex.open(directory)) {
        Hits hits = index.search(query("vent"));
        assertThat(hits.standing()).isEqualTo(index.standing());
        if (index.standing().isEmpty()) {
          startedAnew++;
          assertThat(hits.total()).isZero();
          index.rebuild(STORE, 3, Stream.of(thing("topic/c", preferred("en", "Vent"))));
          assertThat(found(index, "vent")).containsExactly("topic/c");
        } else {
          assertThat(index.standing()).contains(new Standing(STORE, 2));
          assertThat(Things.paths(hits)).containsExactly("topic/a", "topic/b");
        }
      }
    }
    assertThat(startedAnew).isEqualTo(files(sound).size() - 1); // write.lock is always empty
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static void truncate(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }

  @Test
  void a_file_cut_in_half_starts_it_anew() throws IOException {
    eachFile(file -> truncate(file, Files.size(file) / 2));
  }

  @Test
  void a_file_that_lost_its_last_byte_starts_it_anew() throws IOException {
    eachFile(file -> truncate(file, Math.max(0, Files.size(file) - 1)));
  }

  @Test
  void an_empty_file_starts_it_anew() throws IOException {
    eachFile(file -> truncate(file, 0));
  }

  @Test
  void a_missing_file_starts_it_anew() throws IOException {
    eachFile(Files::delete);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 30, 45, 60, 75, 90, 99})
  void a_changed_byte_starts_it_anew(int percent) throws IOException {
    eachFile(
        file -> {
          byte[] bytes = Files.readAllBytes(file);
          if (bytes.length > 0) {
            bytes[bytes.length * percent / 100] ^= 1;
            Files.write(file, bytes);
          }
        });
  }

  @Test
  void leftovers_of_an_unfinished_write_do_not_disturb() throws IOException {
    Files.writeString(sound.resolve("pending_segments_9"), "half");
    Files.writeString(sound.resolve("_9.cfs"), "half");
    try (ThingIndex index = ThingIndex.open(sound)) {
      assertThat(index.standing()).contains(new Standing(STORE, 2));
      index.apply(STORE, 3, Stream.of(thing("topic/c", preferred("en", "Vent"))), Stream.of());
      assertThat(found(index, "vent")).hasSize(3);
    }
  }

  @Test
  void an_index_of_another_format_starts_anew() throws IOException {
    try (FSDirectory lucene = FSDirectory.open(sound);
        IndexWriter writer = new IndexWriter(lucene, new IndexWriterConfig())) {
      Map<String, String> data = new HashMap<>();
      writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
      data.put("format", "0");
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
    try (ThingIndex index = ThingIndex.open(sound)) {
      assertThat(index.standing()).isEmpty();
      assertThat(index.search(query("vent")).total()).isZero();
      index.rebuild(STORE, 1, Stream.of(thing("topic/c", preferred("en", "Vent"))));
      assertThat(found(index, "vent")).containsExactly("topic/c");
    }
  }

  @Test
  void files_of_others_are_left_alone() throws IOException {
    Path notes = Files.writeString(sound.resolve("notes.txt"), "mine");
    for (Path file : files(sound)) {
      if (!file.equals(notes)) {
        truncate(file, 0);
      }
    }
    ThingIndex.open(sound).close();
    assertThat(notes).hasContent("mine");
  }

  @Test
  void a_directory_that_cannot_be_made_is_an_error() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> ThingIndex.open(file)).isInstanceOf(UncheckedIOException.class);
  }
}
