package org.bluethread.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of members is read as it is written, or refused with the place and the way out. */
class MembersTest {
  @TempDir private Path folder;

  private Members read(String yaml) throws IOException {
    Path file = folder.resolve("federation.yaml");
    Files.writeString(file, yaml);
    return Members.read(file);
  }

  @Test
  void membersAreReadInTheirOrder() throws IOException {
    Files.writeString(folder.resolve("taxa.ttl"), "");
    Members members =
        read(
            """
            members:
              - name: bluethread
                graph: here
              - name: records
                endpoint: https://example.org/sparql
                seconds: 2.5
                addresses: [loopback, private]
                void: https://example.org/about/void
              - name: others
                endpoint: http://example.org/others
              - name: taxa
                file: taxa.ttl
            """);
    assertThat(members.all())
        .containsExactly(
            new Member.Here("bluethread"),
            new Member.Endpoint(
                "records",
                URI.create("https://example.org/sparql"),
                Duration.ofMillis(2500),
                Set.of(AddressKind.LOOPBACK, AddressKind.PRIVATE),
                Optional.of(URI.create("https://example.org/about/void"))),
            new Member.Endpoint(
                "others",
                URI.create("http://example.org/others"),
                Duration.ofSeconds(10),
                Set.of(),
                Optional.empty()),
            new Member.File("taxa", folder.resolve("taxa.ttl").toAbsolutePath()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|declares no members",
        "members: []|declares no members",
        "members: [null]|declares no members",
        "- a|line 1",
        "members: [{name: a, graph: here, colour: red}]|colour",
        "members: [{graph: here}]|Give each a name",
        "members: [{name: A b, graph: here}]|Give each a name",
        "members: [{name: a, graph: here}, {name: a, file: x}]|two members are called a",
        "members: [{name: a, graph: here}, {name: b, graph: here}]|declares this graph twice",
        "members: [{name: a}]|needs one of graph, endpoint and file",
        "members: [{name: a, graph: here, file: x}]|needs one of graph, endpoint and file",
        "members: [{name: a, graph: there}]|can only be here",
        "members: [{name: a, graph: here, seconds: 3}]|is no endpoint",
        "members: [{name: a, file: missing.ttl}]|cannot be read",
        "members: [{name: a, endpoint: 'ftp://example.org/x'}]|must begin with http",
        "members: [{name: a, endpoint: 'file:///etc/passwd'}]|must begin with http",
        "members: [{name: a, endpoint: 'http://u:p@example.org/x'}]|hold no password",
        "members: [{name: a, endpoint: 'http://example.org/x', void: 'ftp://x.org/'}]|must begin",
        "members: [{name: a, endpoint: 'http://example.org/x', seconds: 0}]|a number above 0",
        "members: [{name: a, endpoint: 'http://example.org/x', seconds: 9999}]|at the most 600",
        "members: [{name: a, endpoint: 'http://e.org/x', addresses: [reserved]}]|no service has",
        "members: [{name: a, endpoint: 'http://e.org/x', addresses: [home]}]|home",
      })
  void whatCannotBeIsRefusedWithTheReason(String yaml, String reason) {
    assertThatExceptionOfType(MembersException.class)
        .isThrownBy(() -> read(yaml))
        .withMessageContaining("federation.yaml")
        .withMessageContaining(reason);
  }

  @Test
  void aFileOfAMemberThatIsNoRdfIsNamedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("taxa.ttl"), "<a> <b> .\n");
    Members members = read("members: [{name: taxa, file: taxa.ttl}]");
    assertThatExceptionOfType(MembersException.class)
        .isThrownBy(() -> FileDataset.of((Member.File) members.all().get(0)))
        .withMessageContaining("taxa.ttl")
        .withMessageContaining("line: 1");
  }
}
