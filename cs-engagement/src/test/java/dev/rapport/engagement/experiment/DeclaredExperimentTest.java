package dev.rapport.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.experiment.ExperimentOutcome.ArrKept;
import dev.rapport.engagement.experiment.ExperimentOutcome.Attribute;
import dev.rapport.engagement.experiment.ExperimentOutcome.CustomersKept;
import dev.rapport.health.retention.LostCustomer;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Experiments on books whose customers are counted by hand. */
class DeclaredExperimentTest {

    private static final LocalDate BEGAN = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant COUNTED = Instant.parse("2026-04-01T00:00:00Z");
    private static final AttributeKey<String> ARM = AttributeKey.text("arm");
    private static final AttributeKey<Double> DONE = AttributeKey.number("done");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);

    private final List<Customer> customers = new ArrayList<>();

    /** Pays 1,000 a year until a day, from then on nothing more. */
    private Customer.Builder customer(String arm, LocalDate end) {
        String id = "c-" + customers.size();
        return Customer.builder(id, SINCE)
                .set(ARM, arm, SINCE)
                .add(
                        Contract.SERIES,
                        e -> e.id(id + "-1")
                                .at(SINCE)
                                .with(Contract.START, LocalDate.of(2024, 1, 1))
                                .with(Contract.END, end)
                                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, 1_000)));
    }

    private void add(int number, String arm, LocalDate end) {
        for (int i = 0; i < number; i++) {
            customers.add(customer(arm, end).build());
        }
    }

    private ExperimentResult judge(Experiment experiment) {
        Facts facts = Facts.of(Customer.adapter(customers), customers)
                .derive(StandardAttributes.all(EUR))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        Book start = facts.asOf(experiment.since()).only(LostCustomer::isCustomer);
        return ExperimentResult.of(
                experiment, start, id -> true, facts.asOf(TODAY).only(LostCustomer::isCustomer));
    }

    private static Experiment.Builder judgedBy(ExperimentOutcome outcome) {
        return Experiment.builder()
                .id("calls")
                .name("Calls")
                .since(BEGAN)
                .arm(ARM)
                .treated("called")
                .control("not")
                .outcome(outcome);
    }

    @Test
    void customersWhoStay_areCountedInTheArmTheyBeganIn() {
        LocalDate gone = LocalDate.of(2026, 3, 1);
        add(38, "called", LocalDate.of(2028, 1, 1));
        add(2, "called", gone);
        add(20, "not", LocalDate.of(2028, 1, 1));
        add(20, "not", gone);
        add(7, "neither", gone);
        add(5, "called", LocalDate.of(2025, 6, 1));

        ExperimentResult result = judge(judgedBy(new CustomersKept()).build());

        assertThat(result.treated().count())
                .as("who left before it began takes no part")
                .isEqualTo(40);
        assertThat(result.control().count()).isEqualTo(40);
        Effect.Measured effect = result.effect().orThrow();
        assertThat(effect.value()).isCloseTo(38 / 40.0 - 20 / 40.0, within(1e-12));
        assertThat(effect.method()).isEqualTo(EffectMethod.NEWCOMBE);
        assertThat(result.words())
                .startsWith("works: customers stay 45.0 points more with it than without (between +")
                .endsWith(" points)");
    }

    @Test
    void arrKept_isAShareOfWhatWasPaid_andNoMoreThanAll() {
        for (int i = 0; i < 12; i++) {
            customers.add(paying("called", 1_500));
            customers.add(paying("not", i < 6 ? 400 : 1_000));
        }

        ExperimentResult result = judge(judgedBy(new ArrKept()).build());

        assertThat(result.treated().mean()).as("growth does not count").isEqualTo(1);
        assertThat(result.control().mean()).isCloseTo(0.7, within(1e-12));
        assertThat(result.effect().verdict()).isEqualTo(Verdict.WORKS);
        assertThat(result.finding()).startsWith("customers keep of their ARR 30.0 points more");
    }

    /** Pays another amount since March. */
    private Customer paying(String arm, int then) {
        LocalDate change = LocalDate.of(2026, 3, 1);
        String id = "c-" + customers.size();
        return customer(arm, change)
                .add(
                        Contract.SERIES,
                        e -> e.id(id + "-2")
                                .at(SINCE)
                                .with(Contract.START, change)
                                .with(Contract.END, LocalDate.of(2028, 1, 1))
                                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, then)))
                .build();
    }

    @Test
    void numberFromTheStart_makesTheAnswerSurer() {
        for (int i = 0; i < 40; i++) {
            double before = i % 10;
            double noise = 0.1 * (i % 3);
            String arm = i < 20 ? "called" : "not";
            customers.add(customer(arm, LocalDate.of(2028, 1, 1))
                    .set(DONE, before, SINCE)
                    .set(DONE, before + noise + (i < 20 ? 1 : 0), COUNTED)
                    .build());
        }
        Effect plain = judge(
                        judgedBy(new Attribute(DONE, Optional.empty(), false)).build())
                .effect();
        Effect.Measured surer = judge(
                        judgedBy(new Attribute(DONE, Optional.of(DONE), false)).build())
                .effect()
                .orThrow();

        assertThat(plain.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(surer.verdict()).isEqualTo(Verdict.WORKS);
        assertThat(surer.value()).isCloseTo(1, within(0.05));
        assertThat(judge(judgedBy(new Attribute(DONE, Optional.of(DONE), true)).build())
                        .words())
                .startsWith("makes it worse: done is ");
    }

    @Test
    void noValueAtTheEnd_isLeftOut_andCounted() {
        for (int i = 0; i < 24; i++) {
            Customer.Builder customer = customer(i % 2 == 0 ? "called" : "not", LocalDate.of(2028, 1, 1));
            customers.add(
                    i < 4
                            ? customer.build()
                            : customer.set(DONE, (double) i, SINCE).build());
        }
        ExperimentResult result =
                judge(judgedBy(new Attribute(DONE, Optional.empty(), false)).build());

        assertThat(result.leftOut()).isEqualTo(4);
        assertThat(result.treated().count() + result.control().count()).isEqualTo(20);
    }

    @Test
    void tooFew_orArmsOfOtherSizesThanPlanned_areRefused_withTheReason() {
        add(9, "called", LocalDate.of(2028, 1, 1));
        add(30, "not", LocalDate.of(2028, 1, 1));
        add(1, "not", LocalDate.of(2026, 3, 1));
        assertThat(judge(judgedBy(new CustomersKept()).build()).words())
                .isEqualTo("refused: 9 of at least 10 customers with the treatment");

        add(11, "called", LocalDate.of(2028, 1, 1));
        add(60, "not", LocalDate.of(2028, 1, 1));
        assertThat(judge(judgedBy(new CustomersKept()).build()).words())
                .isEqualTo("refused: 20 were treated and 91 were not of those who were assigned, where 50 % were to be"
                        + " treated: some were lost on the way");
        assertThat(judge(judgedBy(new CustomersKept()).share(0.2).build())
                        .effect()
                        .verdict())
                .isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void effectThatWouldNotMatter_isSaidNotToWork() {
        add(2_000, "called", LocalDate.of(2028, 1, 1));
        add(1_999, "not", LocalDate.of(2028, 1, 1));
        add(1, "not", LocalDate.of(2026, 3, 1));
        Experiment experiment = judgedBy(new CustomersKept()).mattersFrom(0.05).build();

        assertThat(judge(experiment).effect().verdict()).isEqualTo(Verdict.DOES_NOT_WORK);
    }

    @Test
    void experiment_thatCannotBe_isRefused() {
        assertThatThrownBy(() -> judgedBy(new ArrKept()).control("called").build())
                .hasMessage("treated (called) must be another value than control.");
        assertThatThrownBy(() -> judgedBy(new ArrKept()).share(1).build())
                .hasMessage("share (1.0) must be above 0 and below 1.");
        assertThatThrownBy(() -> judgedBy(new ArrKept())
                        .mattersFrom(OptionalDouble.of(0))
                        .build())
                .hasMessage("mattersFrom (0.0) must be above 0.");
    }
}
