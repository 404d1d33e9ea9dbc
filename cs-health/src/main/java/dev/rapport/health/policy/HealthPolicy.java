package dev.rapport.health.policy;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthOverride;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.health.override.OverriddenHealth;
import dev.rapport.health.rollup.Relatives;
import dev.rapport.health.rollup.RollUp;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.version.HealthVersion;
import dev.rapport.health.version.VersionedHealth;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What decides about health, as it is written down in one or several documents. Immutable.
 *
 * <p>Scorecards with one id are revisions of each other, of which the one in force on the day that is asked about decides;
 * a scorecard that has no other revision decides at any date. Where there are scorecards of several ids, a choice says
 * which is for whom. What people override counts in place of what is computed, where the book is fed it. Last, the health
 * of those to whom others belong is rolled up.
 *
 * <pre>{@code
 * HealthPolicy policy = HealthPolicy.of(scorecard).rollingUp(families);
 * HealthOfBook health = policy.over(book).decide(book, memory);
 * }</pre>
 *
 * @param scorecards  the scorecards with all their revisions, at least one
 * @param choice  which scorecard is for whom; needed where their ids differ
 * @param rollUp  how the health of families comes about; empty where everybody has their own
 */
public record HealthPolicy(List<Scorecard> scorecards, Optional<ScorecardChoice> choice, Optional<RollUp> rollUp) {

    /**
     * Copies the scorecards.
     *
     * @param scorecards  the scorecards with all their revisions, at least one
     * @param choice  which scorecard is for whom
     * @param rollUp  how the health of families comes about
     */
    public HealthPolicy {
        scorecards = List.copyOf(scorecards);
        requireNonNull(choice, "choice");
        requireNonNull(rollUp, "rollUp");
        if (scorecards.isEmpty()) {
            throw new IllegalArgumentException("scorecards must not be empty.");
        }
    }

    /**
     * One scorecard for everybody, at any date.
     *
     * @param scorecard  the scorecard
     * @return the policy
     */
    public static HealthPolicy of(Scorecard scorecard) {
        return new HealthPolicy(List.of(scorecard), Optional.empty(), Optional.empty());
    }

    /**
     * This policy with roll-up.
     *
     * @param families  how the health of a customer comes from those who belong to it
     * @return the policy
     */
    public HealthPolicy rollingUp(RollUp families) {
        return new HealthPolicy(scorecards, choice, Optional.of(families));
    }

    /**
     * Looks for what does not fit between the documents; whether a scorecard fits by itself, it says by itself.
     *
     * @param attributes  the attributes that can be read
     * @return errors and warnings, at {@code /scorecards/0} and so on and below {@code /choice}; none where a scorecard
     *     does not fit by itself
     */
    public Problems check(Collection<? extends AttributeKey<?>> attributes) {
        return new HealthPolicyCheck(this, attributes).problems();
    }

    Map<String, List<Scorecard>> revisions() {
        Map<String, List<Scorecard>> byId = new LinkedHashMap<>();
        scorecards.forEach(scorecard -> byId.computeIfAbsent(scorecard.header().id(), absent -> new ArrayList<>())
                .add(scorecard));
        return byId;
    }

    private List<HealthStrategy> strategies(Book book) {
        List<HealthStrategy> strategies = new ArrayList<>();
        for (List<Scorecard> revisions : revisions().values()) {
            strategies.add(
                    revisions.size() == 1
                            ? revisions.get(0).resolve(book).orThrow()
                            : VersionedHealth.of(revisions.stream()
                                    .map(revision -> HealthVersion.of(
                                            revision.resolve(book).orThrow()))
                                    .toList()));
        }
        return strategies;
    }

    /**
     * What decides about each customer by itself. Relative measures compare with the book.
     *
     * @param book  the book, with all that the scorecards and their choice read
     * @return the strategy
     * @throws dev.rapport.model.problem.InvalidDocumentException if something does not fit the book
     * @throws IllegalArgumentException if the scorecards do not fit each other, see {@link #check}
     */
    public HealthStrategy own(Book book) {
        List<HealthStrategy> strategies = strategies(book);
        if (choice.isEmpty() && strategies.size() > 1) {
            throw new IllegalArgumentException(
                    "scorecards (" + String.join(", ", revisions().keySet())
                            + ") must come with a choice between them.\nMaybe the id of a revision was changed.");
        }
        HealthStrategy chosen = choice.isPresent()
                ? choice.get().resolve(book.provides().attributes(), strategies).orThrow()
                : strategies.get(0);
        return book.provides().series().contains(HealthOverride.SERIES) ? OverriddenHealth.of(chosen) : chosen;
    }

    /**
     * What decides about the customers of a book: {@link #own}, rolled up over the families in it.
     *
     * @param book  the book, with all that the scorecards and their choice read
     * @return the strategy; with a roll-up, for this book alone
     * @throws dev.rapport.model.problem.InvalidDocumentException if something does not fit the book
     * @throws IllegalArgumentException if the scorecards do not fit each other, see {@link #check}
     */
    public HealthStrategy over(Book book) {
        HealthStrategy own = own(book);
        return rollUp.isPresent() ? rollUp.get().over(own, Relatives.in(book)) : own;
    }

    /**
     * The documents that decide on the day of a book.
     *
     * @param book  the book
     * @return the revision in force of each scorecard, then the choice, then the roll-up
     */
    public List<PolicyRef> inForce(Book book) {
        List<PolicyRef> references = new ArrayList<>();
        for (HealthStrategy strategy : strategies(book)) {
            if (strategy instanceof VersionedHealth versions) {
                versions.inForce(book.asOf(), book.zone())
                        .ifPresent(version -> references.add(version.strategy().policy()));
            } else {
                references.add(strategy.policy());
            }
        }
        choice.ifPresent(known -> references.add(known.policy()));
        rollUp.ifPresent(known -> references.add(known.policy()));
        return List.copyOf(references);
    }
}
