package io.triglot.benchmarks.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.triglot.benchmarks.contest.Question;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("slow")
class GraphQlContestTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static List<ContestChild> contestants = List.of();

  @BeforeAll
  static void start() throws IOException {
    contestants = ContestChild.start();
  }

  @AfterAll
  static void stop() {
    contestants.forEach(ContestChild::close);
  }

  @ParameterizedTest
  @EnumSource
  void allAnswerTheSame(Question question) throws IOException {
    JsonNode expected = JSON.readTree(contestants.get(0).answer(question));
    assertThat(expected.has("errors")).isFalse();
    for (ContestChild contestant : contestants) {
      assertThat(JSON.readTree(contestant.answer(question)))
          .as(contestant.name())
          .isEqualTo(expected);
    }
  }

  @Test
  void aTurnTellsWhatARequestCosts() throws IOException {
    ContestChild.Cost cost = contestants.get(0).turn(Question.PRODUCTS, 50);
    assertThat(cost.nanos()).isPositive();
    assertThat(cost.bytes()).isGreaterThan(1_000);
  }
}
