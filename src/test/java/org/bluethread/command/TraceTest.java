package org.bluethread.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bluethread.support.Program;
import org.bluethread.support.Program.Run;
import org.bluethread.support.ShippedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code trace}, on what the project ships. */
class TraceTest {
  @TempDir private Path temp;

  @Test
  void pathsGoToStandardOutputAndWhatIsNotToStandardErrorWithOne() {
    Path data = ShippedData.copyTo(temp.resolve("data"));
    try (Program server = Program.Call.shipped().serve(data)) {
      assertThat(server.address()).isNotNull();

      Run found = trace(data, "X/29", "OBIS", "--paths", "1");
      assertThat(found.exit()).as(found.err()).isZero();
      assertThat(found.out())
          .contains("CBD decision X/29, paragraph 35")
          .contains("Stated in UNEP/CBD/COP/11/INF/41, para. 30 (2012)");

      Run chinese = trace(data, "X/29", "OBIS", "--paths", "1", "--lang", "zh");
      assertThat(chinese.out()).contains("载于 UNEP/CBD/COP/11/INF/41, 第30段 (2012)");

      Run none = trace(data, "X/29", "OBIS", "--hops", "1");
      assertThat(none.exit()).isEqualTo(1);
      assertThat(none.out()).contains("No statement in these documents joins the two");

      Run unknown = trace(data, "no such thing at all zzz", "OBIS");
      assertThat(unknown.exit()).isEqualTo(1);
      assertThat(unknown.out()).isEmpty();
      assertThat(unknown.err()).contains("is called “no such thing at all zzz”");

      Run several = trace(data, "seabed", "OBIS");
      assertThat(several.exit()).isEqualTo(1);
      assertThat(several.err())
          .contains("International Seabed Authority (organ")
          .contains("https://w3id.org/bluethread/id/organ/isa/isa");

      Run tree = trace(data, "X/29");
      assertThat(tree.exit()).as(tree.err()).isZero();
      assertThat(tree.out()).contains("What became of it: 4");

      Run wrong = trace(data, "X/29", "OBIS", "--hops", "99");
      assertThat(wrong.exit()).isEqualTo(2);

      Run table = trace(data, "X/29", "OBIS", "--format", "csv");
      assertThat(table.out()).startsWith("path,step,from,");
    }
  }

  private static Run trace(Path data, String... arguments) {
    Object[] all = new Object[arguments.length + 3];
    all[0] = "trace";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--data";
    all[arguments.length + 2] = data;
    return Program.Call.shipped().run(all);
  }
}
