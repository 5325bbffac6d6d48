package io.github.smc4j.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RecordsTest {

  @Test
  void writeTo_writesALinePerRecordAndNoTwoAlike() throws IOException {
    List<String> lines = written(new Records(100));

    assertThat(lines).hasSize(100).doesNotHaveDuplicates();
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSize(Records.SIZE));
  }

  @Test
  void first_andTheOthersAreAll() throws IOException {
    Records records = new Records(3);
    List<String> parts = new ArrayList<>(written(records.first()));

    parts.addAll(written(records.allButTheFirst()));

    assertThat(parts).isEqualTo(written(records));
  }

  @Test
  void missing_isEmptyOnceAllThatWasWrittenCameBack() throws IOException {
    Set<String> missing = new Records(100).missing();

    written(new Records(100)).forEach(missing::remove);

    assertThat(missing).isEmpty();
  }

  @Test
  void missing_keepsARecordThatCameBackDamaged() throws IOException {
    Set<String> missing = new Records(1).missing();

    missing.remove(written(new Records(1)).get(0).substring(1));

    assertThat(missing).hasSize(1);
  }

  private static List<String> written(Records records) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    records.writeTo(output);
    return output.toString(StandardCharsets.ISO_8859_1).lines().toList();
  }
}
