package dev.rapport.health.survey;

import static dev.rapport.health.survey.Surveyed.SEGMENT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.estimate.Estimate;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssociationsTest {

    private static final AttributeKey<Double> USED = AttributeKey.number("usage.active-share");
    private static final AttributeKey<Double> NOISE = AttributeKey.number("noise");
    private static final AttributeKey<Double> FEW = AttributeKey.number("few");
    private static final AttributeKey<Boolean> SPONSOR = AttributeKey.bool("sponsor.present");
    private static final AttributeKey<Boolean> CHURNED = AttributeKey.bool("churned");

    /** Accounts whose answers rise with their usage. */
    private static Surveyed users(int accounts) {
        Random random = new Random(11);
        Surveyed surveyed = new Surveyed();
        for (int i = 0; i < accounts; i++) {
            String account = "account-" + i;
            double mood = random.nextDouble();
            surveyed.set(account, USED, mood + 0.2 * random.nextDouble())
                    .set(account, NOISE, random.nextDouble())
                    .set(account, SPONSOR, mood + 0.3 * random.nextDouble() > 0.6);
            if (i < 5) {
                surveyed.set(account, FEW, (double) i);
            }
            surveyed.answer(account, "nps", 30, Math.rint(10 * mood));
        }
        return surveyed;
    }

    @Test
    void drivers_areRankedByTheirCorrelation_withIntervals() {
        Drivers drivers = Drivers.of(
                users(60).book(), Surveyed.nps(10, 5), Surveyed.settings(), List.of(NOISE, FEW, SPONSOR, USED));

        assertThat(drivers.all())
                .extracting(driver -> driver.attribute().name())
                .containsExactly("usage.active-share", "sponsor.present", "noise", "few");
        assertThat(drivers.distinct())
                .extracting(driver -> driver.attribute().name())
                .containsExactly("usage.active-share", "sponsor.present");
        Estimate.Known used = drivers.all().get(0).correlation().known().orElseThrow();
        assertThat(used.value()).isGreaterThan(0.8);
        assertThat(used.basis().observations()).isEqualTo(60);
        // four attributes at once
        assertThat(used.interval().confidence().level()).isEqualTo(1 - (1 - 0.95) / 4);
        assertThat(drivers.all().get(3).correlation().whyNot()).contains("5 of at least 10 pairs");
    }

    @Test
    void drivers_knowWhichEndIsGood() {
        Surveyed surveyed = new Surveyed();
        for (int i = 0; i < 30; i++) {
            surveyed.set("account-" + i, USED, (double) i).answer("account-" + i, "effort", 30, 1 + (30 - i) / 8);
        }
        Instrument effort = Instrument.builder()
                .from(Surveyed.nps(10, 5))
                .id("effort")
                .kind(SurveyKind.CES)
                .scale(new Scale(1, 5))
                .orientation(Orientation.LOWER_IS_BETTER)
                .thresholds(new Thresholds(2, 4))
                .build();

        Drivers drivers = Drivers.of(surveyed.book(), effort, Surveyed.settings(), List.of(USED));

        assertThat(drivers.all().get(0).correlation().known().orElseThrow().value())
                .isGreaterThan(0.9);
        assertThatThrownBy(() -> Drivers.of(surveyed.book(), effort, Surveyed.settings(), List.of(SEGMENT)))
                .hasMessage("attribute (segment) must have a number, was TEXT.");
    }

    /** Of the steep segment, who is unhappy leaves; of the flat one, anybody may; the small one has few accounts. */
    private static Book withOutcome() {
        Random random = new Random(5);
        Surveyed surveyed = new Surveyed();
        Map<String, Boolean> churned = new HashMap<>();
        for (int i = 0; i < 130; i++) {
            String account = "account-" + i;
            String segment = i < 60 ? "steep" : i < 120 ? "flat" : "small";
            double answer = random.nextInt(11);
            surveyed.set(account, SEGMENT, segment).answer(account, "nps", 30, answer);
            boolean unhappy = answer + 2 * random.nextGaussian() < 4;
            churned.put(account, segment.equals("steep") ? unhappy : random.nextInt(3) == 0);
        }
        return surveyed.book().with(CHURNED, "outcomes", churned);
    }

    @Test
    void efforts_areRanked_byWhatAPointGoesAlongWith_andRefusedWhereDataCannotBearIt() {
        EffortRanking ranking = EffortRanking.of(
                withOutcome(),
                Surveyed.nps(10, 5),
                Surveyed.settings(),
                SEGMENT,
                new EffortRanking.Outcome(CHURNED, false));

        assertThat(ranking.all()).extracting(Effort::group).containsExactly("steep", "flat", "small");
        assertThat(ranking.worthwhile()).extracting(Effort::group).containsExactly("steep");
        Effort steep = ranking.all().get(0);
        assertThat(steep.accounts()).isEqualTo(60);
        assertThat(steep.perPoint().known().orElseThrow().value()).isBetween(-0.13, -0.06);
        assertThat(steep.total().orElseThrow())
                .isEqualTo(steep.perPoint().known().orElseThrow().value() * 60);
        assertThat(ranking.all().get(2).perPoint().whyNot())
                .contains("an answer and churned are known of 10 accounts, at least 20 are needed");
    }

    /** A point is worth 4 % in the many, 8 % in the few, so that in all it is worth more in the many; nothing in the third. */
    @Test
    void efforts_ofAPlantedBook_areTheTruth_theLargestTotalFirst() {
        Map<String, Double> truth = Map.of("many", -0.04, "few", -0.08, "none", 0.0);
        Random random = new Random(1);
        Surveyed surveyed = new Surveyed();
        Map<String, Boolean> churned = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            String account = "account-" + i;
            String segment = i < 700 ? "many" : i < 900 ? "few" : "none";
            int answer = random.nextInt(11);
            surveyed.set(account, SEGMENT, segment).answer(account, "nps", 30, answer);
            churned.put(account, random.nextDouble() < 0.5 + requireNonNull(truth.get(segment)) * (answer - 5));
        }

        EffortRanking ranking = EffortRanking.of(
                surveyed.book().with(CHURNED, "outcomes", churned),
                Surveyed.nps(10, 5),
                Surveyed.settings(),
                SEGMENT,
                new EffortRanking.Outcome(CHURNED, false));

        assertThat(ranking.worthwhile()).extracting(Effort::group).containsExactly("many", "few");
        assertThat(ranking.all()).allSatisfy(effort -> {
            Estimate.Known known = effort.perPoint().known().orElseThrow();
            assertThat(truth.get(effort.group()))
                    .isBetween(known.interval().low(), known.interval().high());
        });
        assertThat(ranking.worthwhile().get(0).total().orElseThrow()).isBetween(-37.0, -19.0);
    }

    @Test
    void effort_isRefused_whereTheOutcomeIsTooRare() {
        Book book = users(60).set("account-0", SEGMENT, "x").book();
        Map<String, String> segments = new HashMap<>();
        Map<String, Boolean> churned = new HashMap<>();
        book.customerIds().forEach(id -> {
            segments.put(id, "all");
            churned.put(id, churned.size() < 4);
        });

        EffortRanking ranking = EffortRanking.of(
                book.with(SEGMENT, "test", segments).with(CHURNED, "outcomes", churned),
                Surveyed.nps(10, 5),
                Surveyed.settings(),
                SEGMENT,
                new EffortRanking.Outcome(CHURNED, false));

        assertThat(ranking.all().get(0).perPoint().whyNot())
                .contains("churned is true of 4 accounts, at least 5 are needed");
        assertThat(ranking.worthwhile()).isEmpty();
    }

    @Test
    void silentAccounts_areComparedWithThoseThatAnswer() {
        Surveyed surveyed = new Surveyed();
        Map<String, Boolean> churned = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            String account = "account-" + (10 + i);
            boolean silent = i < 20;
            if (silent) {
                surveyed.silence(account, "nps", 40).silence(account, "nps", 80);
            } else {
                surveyed.silence(account, "nps", 60).answer(account, "nps", 30, 8);
            }
            churned.put(account, silent ? i % 2 == 0 : i % 13 == 0);
        }
        surveyed.silence("waiting", "nps", 3);
        Book book = surveyed.book().with(CHURNED, "outcomes", churned);

        SilentAccounts silent = SilentAccounts.of(book, Surveyed.nps(10, 5), Surveyed.settings(), CHURNED, 10);

        assertThat(silent.customerIds()).hasSize(20).contains("account-10").doesNotContain("waiting");
        assertThat(silent.ofSilent().known().orElseThrow().value()).isEqualTo(0.5);
        assertThat(silent.ofAnswering().known().orElseThrow().value()).isEqualTo(0.075);
        assertThat(silent.difference().known().orElseThrow().excludesZero()).isTrue();
    }

    @Test
    void silentAccounts_areNotCompared_whereThereAreFew() {
        Book book = new Surveyed().silence("acme", "nps", 40).book();

        SilentAccounts silent = SilentAccounts.of(book, Surveyed.nps(10, 5), Surveyed.settings(), CHURNED, 10);

        assertThat(silent.customerIds()).containsExactly("acme");
        assertThat(silent.difference().whyNot()).contains("silent: 0 of at least 10 accounts");
    }
}
