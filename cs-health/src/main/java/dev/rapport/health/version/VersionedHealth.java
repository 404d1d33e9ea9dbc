package dev.rapport.health.version;

import dev.rapport.health.Health;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.PolicyChoice;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Revisions of one scorecard, of which the one in force decides: of those that had taken effect by the end of what is
 * asked about, and were approved by the end of what is known, the one that took effect last; of two from the same day,
 * the one approved last. Before the first, health is unknown. Bands are remembered through all revisions. Immutable and
 * safe to share between threads.
 *
 * <pre>{@code
 * HealthStrategy health = VersionedHealth.of(List.of(
 *         HealthVersion.of(first), HealthVersion.of(second).approvedOn(LocalDate.of(2026, 3, 20))));
 * }</pre>
 */
public final class VersionedHealth implements HealthStrategy {

    private static final Comparator<HealthVersion> IN_FORCE = Comparator.comparing(
                    (HealthVersion version) -> version.effectiveFrom().orElse(LocalDate.MIN))
            .thenComparing(
                    version -> version.approvedOn().or(version::effectiveFrom).orElse(LocalDate.MIN));

    private final List<HealthVersion> versions;
    private final PolicyRef policy;

    private VersionedHealth(List<HealthVersion> versions, PolicyRef policy) {
        this.versions = versions;
        this.policy = policy;
    }

    /**
     * Revisions as one strategy.
     *
     * @param versions  the revisions in any order, at least one
     * @return the strategy
     * @throws IllegalArgumentException if the revisions are of different scorecards, one comes twice, or of two it cannot
     *     be told which is in force
     */
    public static VersionedHealth of(List<HealthVersion> versions) {
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("versions must not be empty.");
        }
        List<HealthVersion> sorted = new ArrayList<>(versions);
        sorted.sort(IN_FORCE);
        Set<String> revisions = new HashSet<>();
        PolicyRef first = sorted.get(0).strategy().policy();
        for (int i = 0; i < sorted.size(); i++) {
            PolicyRef here = sorted.get(i).strategy().policy();
            if (!here.id().equals(first.id())) {
                throw new IllegalArgumentException("versions must all be of one scorecard, were of " + first.id()
                        + " and " + here.id() + ".\nMaybe choose between scorecards by a ScorecardChoice.");
            }
            if (!revisions.add(here.revision())) {
                throw new IllegalArgumentException("version (" + here + ") must come once.");
            }
            if (i > 0 && IN_FORCE.compare(sorted.get(i - 1), sorted.get(i)) == 0) {
                throw new IllegalArgumentException(
                        "versions (" + sorted.get(i - 1).strategy().policy() + " and " + here
                                + ") must not take effect and be approved on the same days.\n"
                                + "Maybe one took the other's place: then it was approved later.");
            }
        }
        PolicyRef last = sorted.get(sorted.size() - 1).strategy().policy();
        String all = sorted.size() == 1 ? first.revision() : first.revision() + ".." + last.revision();
        return new VersionedHealth(List.copyOf(sorted), new PolicyRef(first.id(), all));
    }

    /**
     * The revision in force.
     *
     * @param asOf  the cut
     * @param zone  the zone in which days begin
     * @return the revision; empty before the first
     */
    public Optional<HealthVersion> inForce(AsOf asOf, ZoneId zone) {
        HealthVersion last = null;
        for (HealthVersion version : versions) {
            if (version.isSeenBy(asOf, zone)) {
                last = version;
            }
        }
        return Optional.ofNullable(last);
    }

    /**
     * All revisions.
     *
     * @return the revisions in the order in which they take effect
     */
    public List<HealthVersion> versions() {
        return versions;
    }

    @Override
    public PolicyRef policy() {
        return policy;
    }

    @Override
    public Requirements requirements() {
        Requirements all = Requirements.none();
        for (HealthVersion version : versions) {
            all = all.and(version.strategy().requirements());
        }
        return all;
    }

    @Override
    public Health decide(CustomerView view, Memory memory) {
        Optional<HealthVersion> version = inForce(view.asOf(), view.zone());
        if (version.isEmpty()) {
            return Health.unknown(view, policy, "no revision is in force on " + view.date(), memory);
        }
        HealthStrategy strategy = version.get().strategy();
        return strategy.decide(view, memory)
                .chosenBy(new PolicyChoice(strategy.policy(), version.get().inForce(), Optional.empty()));
    }

    @Override
    public HealthOfBook decide(Book book, Memory memory, Executor executor, int tasks) {
        Optional<HealthVersion> version = inForce(book.asOf(), book.zone());
        return version.isPresent()
                ? version.get().strategy().decide(book, memory, executor, tasks)
                : HealthOfBook.of(
                        policy,
                        book.asOf(),
                        book.customers().stream()
                                .map(view -> decide(view, memory))
                                .toList());
    }

    @Override
    public Optional<Program> program(CustomerView view) {
        return inForce(view.asOf(), view.zone())
                .flatMap(version -> version.strategy().program(view));
    }
}
