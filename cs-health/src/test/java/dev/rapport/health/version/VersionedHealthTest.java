package dev.rapport.health.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.health.Books;
import dev.rapport.health.Health;
import dev.rapport.health.Scores;
import dev.rapport.health.band.Band;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class VersionedHealthTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final Customer ACME = Books.customer("acme")
            .set(Scores.USE, 20.0, Books.EARLY)
            .set(Scores.MOOD, 90.0, Books.EARLY)
            .build();
    private static final Facts FACTS =
            Facts.of(Customer.adapter(List.of(ACME)), List.of(ACME)).in(BERLIN, CurrencyUnit.EUR);

    private static HealthVersion version(String revision, String attribute, LocalDate from) {
        return new HealthVersion(Scores.of("health", revision, attribute), Optional.of(from), Optional.empty());
    }

    private static final VersionedHealth STRATEGY = VersionedHealth.of(
            List.of(version("2", "mood", JUNE).approvedOn(JUNE.minusDays(10)), version("1", "use", MARCH)));

    private static Health decide(Book book) {
        return STRATEGY.decide(book.find("acme").orElseThrow(), Memory.empty());
    }

    @Test
    void revision_decidesFromItsFirstDayOn_andTheHealthSaysSo() {
        assertThat(decide(FACTS.asOf(JUNE.minusDays(1))).policy()).hasToString("health@1");
        Health health = decide(FACTS.asOf(JUNE));

        assertThat(health.policy()).hasToString("health@2");
        assertThat(health.score()).hasValue(90);
        assertThat(health.choices().get(0).reason()).isEqualTo("in force from 2026-06-01, approved on 2026-05-22");
    }

    @Test
    void beforeTheFirstRevision_healthIsUnknown() {
        Health health = decide(FACTS.asOf(MARCH.minusDays(1)));

        assertThat(health.band()).isEqualTo(Band.UNKNOWN);
        assertThat(health.reasons().reason()).hasValue("no revision is in force on 2026-02-28");
        assertThat(STRATEGY.decide(FACTS.asOf(MARCH.minusDays(1)), Memory.empty())
                        .band(0))
                .isEqualTo(Band.UNKNOWN);
    }

    @Test
    void revision_thatWasApprovedLater_changesNoEarlierCut() {
        VersionedHealth backDated = VersionedHealth.of(
                List.of(version("1", "use", MARCH), version("2", "mood", JUNE).approvedOn(JUNE.plusDays(20))));
        AsOf june10 = AsOf.endOf(JUNE.plusDays(9), BERLIN);

        assertThat(revision(backDated, june10)).isEqualTo("1");
        assertThat(revision(
                        backDated,
                        june10.knownAt(AsOf.endOf(JUNE.plusDays(20), BERLIN).knownAt())))
                .isEqualTo("2");
    }

    private static String revision(VersionedHealth strategy, AsOf asOf) {
        return strategy.inForce(asOf, BERLIN)
                .map(version -> version.strategy().policy().revision())
                .orElse("none");
    }

    @Test
    void ofTwoFromTheSameDay_theOneApprovedLastIsInForce_onceItIsKnown() {
        VersionedHealth strategy = VersionedHealth.of(
                List.of(version("corrected", "mood", MARCH).approvedOn(MARCH.plusDays(5)), version("1", "use", MARCH)));

        assertThat(revision(strategy, AsOf.endOf(MARCH.plusDays(4), BERLIN))).isEqualTo("1");
        assertThat(revision(strategy, AsOf.endOf(MARCH.plusDays(5), BERLIN))).isEqualTo("corrected");
    }

    @Property(tries = 500)
    void inForce_isTheLastToTakeEffectOfThoseApproved(@ForAll long seed) {
        Random random = new Random(seed);
        List<HealthVersion> versions = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            LocalDate from = MARCH.plusDays(random.nextInt(4) * 10L);
            versions.add(version("r" + i, "use", from).approvedOn(MARCH.plusDays(i * 7L - random.nextInt(5))));
        }
        AsOf asOf = new AsOf(
                AsOf.endOf(MARCH.plusDays(random.nextInt(50)), BERLIN).validAt(),
                AsOf.endOf(MARCH.plusDays(random.nextInt(50)), BERLIN).knownAt());
        LocalDate validDay = asOf.date(BERLIN);
        LocalDate knownDay = AsOf.of(asOf.knownAt()).date(BERLIN);
        Optional<HealthVersion> naive = versions.stream()
                .filter(version -> !version.effectiveFrom().orElseThrow().isAfter(validDay)
                        && !version.approvedOn().orElseThrow().isAfter(knownDay))
                .max(Comparator.comparing((HealthVersion version) ->
                                version.effectiveFrom().orElseThrow())
                        .thenComparing(version -> version.approvedOn().orElseThrow()));
        List<HealthVersion> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, random);

        assertThat(VersionedHealth.of(shuffled).inForce(asOf, BERLIN))
                .as("seed " + seed)
                .isEqualTo(naive);
    }

    private static ScorecardStrategy documented(DocumentHeader header) {
        return Scorecard.builder(header, Handling.REDISTRIBUTE, 0)
                .measure(Measure.of("use", "use", Curve.steps(0, new CurvePoint(1, 100))), 1)
                .bands(Scores.BANDS)
                .resolve(Scores.KEYS)
                .orThrow();
    }

    @Test
    void version_ofADocument_hasItsDay_andMustBeApproved() {
        DocumentHeader proposed = DocumentHeader.of("health", "3").withEffectiveFrom(JUNE);

        assertThat(HealthVersion.of(documented(proposed.withApprovedBy("Grace")))
                        .effectiveFrom())
                .hasValue(JUNE);
        assertThat(HealthVersion.of(documented(proposed.withApprovedBy("Grace").withApprovedOn(JUNE.minusDays(3))))
                        .approvedOn())
                .hasValue(JUNE.minusDays(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthVersion.of(documented(proposed)))
                .withMessage("scorecard (health@3) must be approved by somebody to be in force.\n"
                        + "Maybe it is a proposal: simulate it first.");
    }

    @Test
    void versions_ofWhichItCannotBeToldWhichIsInForce_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionedHealth.of(List.of(version("1", "use", MARCH), version("2", "use", MARCH))))
                .withMessageStartingWith("versions (health@1 and health@2) must not take effect and be approved on");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionedHealth.of(List.of(version("1", "use", MARCH), version("1", "use", JUNE))))
                .withMessage("version (health@1) must come once.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionedHealth.of(List.of(
                        version("1", "use", MARCH),
                        new HealthVersion(Scores.of("other", "1", "use"), Optional.of(JUNE), Optional.empty()))))
                .withMessageStartingWith("versions must all be of one scorecard, were of health and other.");
        assertThatIllegalArgumentException().isThrownBy(() -> VersionedHealth.of(List.of()));
    }
}
