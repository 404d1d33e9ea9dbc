package dev.rapport.model.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.NumberFunction;
import dev.rapport.model.decision.Peers;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.TimeToLive;
import dev.rapport.model.decision.Weighted;
import dev.rapport.model.json.JsonLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {

    private static final AttributeKey<Double> USAGE =
            AttributeKey.number("usage.active-share").unit("share");
    private static final AttributeKey<Double> TICKETS = AttributeKey.number("tickets.open");
    private static final AttributeKey<Double> AGE =
            AttributeKey.number("age").unit("years").sensitivity(Sensitivity.PERSONAL);
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");
    private static final AttributeKey<Set<String>> TRAITS = AttributeKey.textSet("traits");
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    /** A condition "at least", which knows how far it is from being met. */
    private record AtLeast(double bound) implements NumberFunction {
        @Override
        public double apply(double number, double today) {
            return number >= bound ? 1 : 0;
        }

        @Override
        public double distance(double number, double today) {
            return Math.max(0, bound - number);
        }
    }

    private static Explanation explanation() {
        Node usage = Node.number("usage", USAGE, (share, today) -> share * 100);
        Node tickets = Node.number("tickets", TICKETS, (open, today) -> 100 - 10 * open);
        Node age = Node.number("age", AGE, (years, today) -> years);
        Node rich =
                Node.money("rich", ARR, CurrencyUnit.EUR, new AtLeast(100_000)).asCondition();
        Node keen = Node.textSet("keen", TRAITS, traits -> traits.contains("keen") ? 1 : 0)
                .asCondition();
        Node score = Node.weightedMean(
                "score",
                List.of(new Weighted(usage, 0.5), new Weighted(tickets, 0.3), new Weighted(age, 0.2)),
                Handling.REDISTRIBUTE,
                0.5);
        Node tier = Node.firstMatch(
                "tier", List.of(rich, Node.allOf("keen-only", List.of(keen))), List.of("strategic", "keen"));
        return Program.of(Node.sum("both", List.of(score, tier), Handling.WORST))
                .explain(view());
    }

    private static CustomerView view() {
        Customer customer = Customer.builder("acme", SINCE)
                .source("customers.csv:2")
                .set(USAGE, 0.32, SINCE)
                .set(AGE, 44.0, SINCE)
                .set(ARR, Money.of(CurrencyUnit.EUR, 60_000), SINCE)
                .set(TRAITS, Set.of("keen", "cautious"), SINCE)
                .build();
        return Facts.of(Customer.adapter(List.of(customer)), List.of(customer))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30))
                .customers()
                .get(0);
    }

    private static String json(Sensitivity shown) {
        return JsonLayout.PRETTY.text(out -> ExplanationJson.showing(shown).write(explanation(), out));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = ExplanationJsonTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void json_isGolden_withoutPersonalEvidence() throws IOException {
        assertThat(json(Sensitivity.INTERNAL)).isEqualTo(golden("explanation.expected.json"));
    }

    @Test
    void json_isTheSame_underAnotherLocale() {
        String here = json(Sensitivity.INTERNAL);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(json(Sensitivity.INTERNAL)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void personalEvidence_isShown_onlyWhenAskedFor() {
        assertThat(json(Sensitivity.PERSONAL)).contains("\"value\": 44").doesNotContain("withheld");
        assertThat(json(Sensitivity.INTERNAL)).doesNotContain("44").contains("\"withheld\": \"personal\"");
        assertThat(json(Sensitivity.OPEN)).doesNotContain("0.32").doesNotContain("60000");
    }

    @Test
    void withheldEvidence_saysNothingButWhatItIs() {
        Explanation age = explanation().parts().get(0).parts().get(2);
        String json = JsonLayout.COMPACT.text(
                out -> ExplanationJson.showing(Sensitivity.INTERNAL).write(age, out));

        assertThat(json)
                .endsWith("\"evidence\":{\"key\":\"age\",\"withheld\":\"personal\",\"unit\":\"years\"}}")
                .doesNotContain("2026", "customers.csv");
    }

    @Test
    void text_saysEveryNode_inOneLine() throws IOException {
        List<String> lines = ExplanationText.showing(Sensitivity.INTERNAL).lines(explanation());

        assertThat(String.join("\n", lines) + "\n").isEqualTo(golden("explanation.expected.txt"));
    }

    @Test
    void text_namesTheHeaviestReasonsFirst() {
        Explanation score = explanation().parts().get(0);

        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).against(score, 50, 1))
                .containsExactly("usage 32: usage.active-share 0.32 share (-12.857 points)");
    }

    @Test
    void text_doesNotTellWhatAWithheldReasonCosts() {
        Explanation score = explanation().parts().get(0);

        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).against(score, 50, 2))
                .last()
                .isEqualTo("age withheld: age");
    }

    @Test
    void text_showsHiddenCharacters() {
        Explanation hostile = Explanation.stated("code", 1, "line\nbreak \u202Eright to left \u0000 and 😀");

        assertThat(ExplanationText.showing(Sensitivity.OPEN).line(hostile))
                .isEqualTo("code 1: line\uFFFDbreak \uFFFDright to left \uFFFD and 😀");
    }

    @Test
    void oldAndRelativeValue_saysSo() {
        Peers peers = new Peers(
                (share, today) -> share / 2,
                new Evidence(AttributeKey.number("peers").unit("customers"), 84.0, Provenance.of("peers-2026-06")),
                "too few");
        Node usage = Node.number("usage", USAGE, (rank, today) -> 100 * rank)
                .comparedWith(peers)
                .fading(new TimeToLive(160, 40))
                .described("seats in use, among all");
        Explanation old = Program.of(Node.weightedMean("score", List.of(new Weighted(usage, 1)), Handling.WORST, 0))
                .explain(view());

        assertThat(ExplanationText.showing(Sensitivity.INTERNAL).lines(old))
                .containsExactly(
                        "score 8 (weighted mean, 50% of the weight has data, 50% of what is known is fresh)",
                        "  usage 16 x 1: usage.active-share 0.32 share, among peers 84 customers: 180 days old, counts"
                                + " for 160 days, fading over 40 days (seats in use, among all)");
        assertThat(JsonLayout.COMPACT.text(out -> ExplanationJson.showing(Sensitivity.INTERNAL)
                        .write(old.parts().get(0), out)))
                .isEqualTo("{\"code\":\"usage\",\"description\":\"seats in use, among all\",\"value\":16,"
                        + "\"status\":\"evaluated\",\"combination\":\"leaf\",\"completeness\":0.5,\"freshness\":0.5,"
                        + "\"reason\":\"180 days old, counts for 160 days, fading over 40 days\","
                        + "\"evidence\":{\"key\":\"usage.active-share\",\"value\":0.32,\"unit\":\"share\","
                        + "\"validFrom\":\"2026-01-01T00:00:00Z\",\"recordedAt\":\"2026-01-01T00:00:00Z\","
                        + "\"source\":\"customers.csv:2\"},"
                        + "\"comparedWith\":[{\"key\":\"peers\",\"value\":84,\"unit\":\"customers\","
                        + "\"source\":\"peers-2026-06\"}]}");
    }

    @Test
    void infiniteValue_isWrittenAsText() {
        String json = JsonLayout.COMPACT.text(out -> ExplanationJson.showing(Sensitivity.OPEN)
                .write(Explanation.stated("x", Double.POSITIVE_INFINITY, "endless"), out));

        assertThat(json).contains("\"value\":\"Infinity\"");
    }
}
