package dev.rapport.segmentation.segment;

import static dev.rapport.segmentation.condition.Condition.atLeast;
import static dev.rapport.segmentation.condition.Condition.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Decision;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.condition.Condition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SegmentationTest {

    private static final AttributeKey<String> COUNTRY = AttributeKey.text("country");
    private static final AttributeKey<Double> SEATS = AttributeKey.number("seats.licensed");
    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    private static final RuleSegmentation RULES = RuleSegmentation.of(
            Rule.of("german", oneOf(COUNTRY, "DE")),
            Rule.of("large", atLeast(SEATS, 100)),
            Rule.of("huge", atLeast(SEATS, 1000)));

    private static final Book BOOK = Row.book(
            Row.of("a").with(COUNTRY, "DE").with(SEATS, 1000.0),
            Row.of("b").with(COUNTRY, "DE").with(SEATS, 100.0),
            Row.of("c").with(COUNTRY, "FR").with(SEATS, 5000.0),
            Row.of("d").with(COUNTRY, "FR").with(SEATS, 1.0),
            Row.of("e").with(SEATS, 150.0),
            Row.of("f").with(COUNTRY, "FR"),
            Row.of("g").with(COUNTRY, "DE"));

    /** A host's strategy of one function. */
    private record Hosted(List<Segment> segments, Function<CustomerView, Decision<Segment>> function)
            implements SegmentationStrategy {

        @Override
        public Requirements requirements() {
            return Requirements.attributes(COUNTRY);
        }

        @Override
        public Decision<Segment> assign(CustomerView customer) {
            return function.apply(customer);
        }
    }

    private static Decision<Segment> decision(CustomerView customer, Segment segment) {
        return new Decision<>(customer.customerId(), Optional.of(segment), Explanation.stated("own", 1, "because"));
    }

    @Test
    void everyCustomer_isAssigned_orListedWithTheReasonWhyNot() {
        Segmentation segmentation = Segmentation.of(RULES, BOOK);
        assertThat(segmentation.segmentByCustomer())
                .containsExactly(
                        java.util.Map.entry("a", "german"),
                        java.util.Map.entry("b", "german"),
                        java.util.Map.entry("c", "large"),
                        java.util.Map.entry("e", "large"),
                        java.util.Map.entry("g", "german"));
        assertThat(segmentation.gaps()).containsExactly("d");
        assertThat(segmentation.undecided()).containsExactly("f");
        assertThat(segmentation.failed()).isEmpty();
        assertThat(segmentation.provisional()).containsExactly("e");
        assertThat(segmentation.isExhaustive()).isFalse();
        assertThat(segmentation.segment(0)).contains(Segment.of("german"));
        assertThat(segmentation.segment(3)).isEmpty();
    }

    @Test
    void sizes_areInDeclaredOrder_emptySegmentsIncluded() {
        Segmentation segmentation = Segmentation.of(RULES, BOOK);
        assertThat(segmentation.sizes())
                .containsExactly(
                        java.util.Map.entry(Segment.of("german"), 3),
                        java.util.Map.entry(Segment.of("large"), 2),
                        java.util.Map.entry(Segment.of("huge"), 0));
        assertThat(segmentation.members(Segment.of("large"))).containsExactly("c", "e");
        assertThat(segmentation.members(Segment.of("elsewhere"))).isEmpty();
    }

    @Test
    void overlaps_countThePairs_andEachCustomerOnce() {
        Segmentation segmentation = Segmentation.of(RULES, BOOK);
        assertThat(segmentation.overlaps())
                .containsExactly(
                        new Overlap(Segment.of("german"), Segment.of("large"), 2),
                        new Overlap(Segment.of("german"), Segment.of("huge"), 1),
                        new Overlap(Segment.of("large"), Segment.of("huge"), 2));
        assertThat(segmentation.overlapping()).isEqualTo(3);
        assertThat(segmentation.isExclusive()).isFalse();
    }

    @Test
    void emptyBook_hasASegmentation() {
        Segmentation segmentation =
                Segmentation.of(RULES, Row.book(RULES.requirements().attributes(), List.of()));
        assertThat(segmentation.segmentByCustomer()).isEmpty();
        assertThat(segmentation.sizes()).hasSize(3);
        assertThat(segmentation.isExhaustive()).isTrue();
    }

    @Test
    void hostsStrategy_isAskedRowByRow_andItsFailureIsAValue() {
        SegmentationStrategy own = new Hosted(List.of(Segment.of("x")), customer -> {
            if (customer.get(COUNTRY).equals("FR")) {
                throw new IllegalStateException("no rule for FR");
            }
            return decision(customer, Segment.of("x"));
        });
        for (int tasks = 1; tasks < 9; tasks++) {
            Segmentation segmentation = Segmentation.of(own, BOOK, Runnable::run, tasks);
            assertThat(segmentation.members(Segment.of("x"))).containsExactly("a", "b", "g");
            assertThat(segmentation.failed()).containsExactly("c", "d", "e", "f");
        }
        Decision<Segment> failed = Segmentation.decide(own, BOOK.customers().get(2));
        assertThat(failed.value()).isEmpty();
        assertThat(failed.reasons().status()).isEqualTo(Status.FAILED);
        assertThat(failed.reasons().reason()).contains("the strategy failed: no rule for FR");
    }

    @Test
    void segmentThatIsNotDeclared_isAFailure() {
        SegmentationStrategy own =
                new Hosted(List.of(Segment.of("x")), customer -> decision(customer, Segment.of("y")));
        assertThat(Segmentation.decide(own, BOOK.customers().get(0)).reasons().reason())
                .contains("the strategy does not declare its segment y");
        SegmentationStrategy confused = new Hosted(
                List.of(Segment.of("x")), customer -> decision(BOOK.customers().get(1), Segment.of("x")));
        assertThat(Segmentation.decide(confused, BOOK.customers().get(0))
                        .reasons()
                        .reason())
                .contains("the strategy decided on b");
    }

    @Test
    void whatTheBookDoesNotProvide_isFoundBeforeAnyCustomerIsRead_allOfIt() {
        RuleSegmentation strategy = RuleSegmentation.of(Rule.of(
                "a",
                Condition.allOf(
                        atLeast(AttributeKey.number("seats.licenced"), 1),
                        atLeast(AttributeKey.number("country"), 1),
                        oneOf(AttributeKey.text("zodiac-sign"), "leo"))));
        assertThat(strategy.check(BOOK).render()).isEqualTo("""
                        attribute (seats.licenced) is not provided by the book.
                          Maybe "seats.licensed".
                        attribute (zodiac-sign) is not provided by the book.
                        attribute (country) is required as number, the book provides it as text.""");
        assertThatThrownBy(() -> Segmentation.of(strategy, BOOK))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageStartingWith("3 errors:");
    }

    @Test
    void thresholdsInAnotherCurrencyThanTheBooks_areFoundBeforehand() {
        RuleSegmentation strategy =
                RuleSegmentation.of(Rule.of("a", Condition.atLeast(ARR, Money.of(CurrencyUnit.USD, 1))));
        Book book = Row.book(Row.of("a").with(ARR, Money.of(CurrencyUnit.EUR, 1)));
        assertThat(strategy.check(book).render())
                .isEqualTo(
                        "amounts are compared in USD, the book reports in EUR.\n  Maybe give the thresholds in EUR.");
    }
}
