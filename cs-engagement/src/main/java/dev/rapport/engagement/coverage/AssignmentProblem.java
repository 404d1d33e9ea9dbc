package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Customers who need somebody in one role, the people who can be that, and what counts. Immutable; customers and people
 * are in the order of their ids, however they were added.
 *
 * <p>Capacity, required skills, who comes into question and the budget of moves are rules; continuity, language, zone and
 * an even share of the ARR and of the work are preferences, which are summed.
 */
public final class AssignmentProblem {

    private final String role;
    private final Instant at;
    private final AssignmentWeights weights;
    private final Map<String, AssignmentNeed> needs;
    private final Map<String, AssignmentCandidate> candidates;
    private final double unevenArr;
    private final double unevenHours;
    private final OptionalInt mostMoves;
    private final Misfits misfits;
    private final Evenness evenness;

    private AssignmentProblem(Builder builder) {
        this.role = builder.role;
        this.at = builder.at;
        this.weights = builder.weights;
        this.needs = new TreeMap<>(builder.needs);
        this.candidates = new TreeMap<>(builder.candidates);
        this.unevenArr = builder.unevenArr;
        this.unevenHours = builder.unevenHours;
        this.mostMoves = builder.mostMoves;
        this.misfits = new Misfits(weights, new Clocks(at, needs.values(), candidates.values()));
        this.evenness = new Evenness(unevenArr, unevenHours, needs(), candidates.values());
    }

    /**
     * Starts a problem.
     *
     * @param role  the role that is filled
     * @param at  the instant at which clocks are compared
     * @param weights  how much each misfit counts
     * @return a builder
     */
    public static Builder builder(String role, Instant at, AssignmentWeights weights) {
        return new Builder(role, at, weights);
    }

    /**
     * Everybody of a book who should have a named person in a role, and everybody who holds it.
     *
     * <p>Of a customer the language, zone, ARR and present owner are read, and what the policy's rules name, which is nothing
     * that tells something about a natural person unless the policy states it. Where a model asks for several people in the
     * role, one is looked for. What the pools need is taken off the hours of those who are in them; who is away is there for
     * the rest of the policy's days.
     *
     * @param book  the book, with each customer's segment laid over it
     * @param organisation  the people
     * @param models  the engagement models
     * @param role  the id of the role
     * @param policy  by what it is decided
     * @return the problem
     */
    public static AssignmentProblem of(
            Book book, Organisation organisation, EngagementPolicy models, String role, AssignmentPolicy policy) {
        return BookNeeds.of(book, organisation, models, role, policy);
    }

    /**
     * The role that is filled.
     *
     * @return the id of the role
     */
    public String role() {
        return role;
    }

    /**
     * The customers.
     *
     * @return the customers by id
     */
    public List<AssignmentNeed> needs() {
        return List.copyOf(needs.values());
    }

    /**
     * The people.
     *
     * @return the people by id
     */
    public List<AssignmentCandidate> candidates() {
        return List.copyOf(candidates.values());
    }

    /**
     * The customer of an id.
     *
     * @param customerId  the id
     * @return the customer, or empty
     */
    public Optional<AssignmentNeed> need(String customerId) {
        return Optional.ofNullable(needs.get(customerId));
    }

    /**
     * The member of an id.
     *
     * @param memberId  the id
     * @return the member, or empty
     */
    public Optional<AssignmentCandidate> candidate(String memberId) {
        return Optional.ofNullable(candidates.get(memberId));
    }

    /**
     * The same after somebody has left or fallen ill. Their customers have to be handed over.
     *
     * @param memberId  the id of the member
     * @return the problem without that member
     */
    public AssignmentProblem without(String memberId) {
        Builder rest = toBuilder();
        rest.candidates.remove(memberId);
        return rest.build();
    }

    /**
     * The same, to be added to.
     *
     * @return a builder with all of this problem
     */
    public Builder toBuilder() {
        Builder copy = builder(role, at, weights);
        copy.needs.putAll(needs);
        copy.candidates.putAll(candidates);
        copy.unevenArr = unevenArr;
        copy.unevenHours = unevenHours;
        copy.mostMoves = mostMoves;
        return copy;
    }

    /**
     * What keeps a member from looking after a customer, hours apart.
     *
     * @param need  the customer
     * @param candidate  the member
     * @return the reason in words, empty if there is none
     */
    public Optional<String> barring(AssignmentNeed need, AssignmentCandidate candidate) {
        if (!need.onlyWith().isEmpty() && !need.onlyWith().contains(candidate.memberId())) {
            return Optional.of("is none of those who come into question: " + String.join(", ", need.onlyWith()));
        }
        for (PlacementRule rule : need.rules()) {
            Optional<String> reason = rule.barring(candidate);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return need.skills().entrySet().stream()
                .filter(required -> candidate.skills().getOrDefault(required.getKey(), 0) < required.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(skill -> "does not have " + skill + " at the level required");
    }

    /**
     * How much uneven ARR counts.
     *
     * @return what each unit of ARR counts that a member has above or below their share, by hours; 0 if it does not count
     */
    public double unevenArr() {
        return unevenArr;
    }

    /**
     * How much uneven work counts.
     *
     * @return what each hour a year counts that a member has above or below their share, by hours; 0 if it does not count
     */
    public double unevenHours() {
        return unevenHours;
    }

    /**
     * How many customers may get somebody else than now. Those whose owner is no longer there have to, and count.
     *
     * @return the budget, empty if there is none
     */
    public OptionalInt mostMoves() {
        return mostMoves;
    }

    /**
     * The customers whose present owner is not among the people.
     *
     * @return how many have to be handed over
     */
    public int forcedMoves() {
        return (int) needs.values().stream()
                .filter(need -> need.presentOwner()
                        .filter(owner -> !candidates.containsKey(owner))
                        .isPresent())
                .count();
    }

    /** What counts because it is not shared evenly. */
    Evenness evenness() {
        return evenness;
    }

    /**
     * How badly a member fits a customer.
     *
     * @param need  the customer
     * @param candidate  the member
     * @return the sum of the misfits; 0 is a perfect fit
     */
    public double misfit(AssignmentNeed need, AssignmentCandidate candidate) {
        return misfits.of(need, candidate);
    }

    /**
     * The same with its reasons.
     *
     * @param need  the customer
     * @param candidate  the member
     * @return the sum of the misfits; its value is {@link #misfit}
     */
    public Explanation misfitReasons(AssignmentNeed need, AssignmentCandidate candidate) {
        return misfits.reasons(need, candidate);
    }

    /** What handing over a customer counts. */
    double handOver(AssignmentNeed need) {
        return misfits.handOver(need);
    }

    /** What no placement of everybody can exceed. */
    double mostMisfit() {
        double sum = evenness.most();
        for (AssignmentNeed need : needs.values()) {
            sum += misfits.most(need);
        }
        return sum;
    }

    /** Fills a problem. Not for use by several threads. */
    public static final class Builder {

        private final String role;
        private final Instant at;
        private final AssignmentWeights weights;
        private final Map<String, AssignmentNeed> needs = new LinkedHashMap<>();
        private final Map<String, AssignmentCandidate> candidates = new LinkedHashMap<>();
        private double unevenArr;
        private double unevenHours;
        private OptionalInt mostMoves = OptionalInt.empty();

        private Builder(String role, Instant at, AssignmentWeights weights) {
            this.role = requireNonNull(role, "role");
            this.at = requireNonNull(at, "at");
            this.weights = requireNonNull(weights, "weights");
        }

        /**
         * Adds a customer.
         *
         * @param need  the customer
         * @return this builder
         * @throws IllegalArgumentException if the hours are negative or the customer was added already
         */
        public Builder add(AssignmentNeed need) {
            check(need.hoursPerYear(), need.customerId());
            if (needs.put(need.customerId(), need) != null) {
                throw new IllegalArgumentException("customer (" + need.customerId() + ") must be added once.");
            }
            return this;
        }

        /**
         * Adds a member.
         *
         * @param candidate  the member
         * @return this builder
         * @throws IllegalArgumentException if the hours are negative or the member was added already
         */
        public Builder add(AssignmentCandidate candidate) {
            check(candidate.hoursPerYear(), candidate.memberId());
            if (candidates.put(candidate.memberId(), candidate) != null) {
                throw new IllegalArgumentException("member (" + candidate.memberId() + ") must be added once.");
            }
            return this;
        }

        /**
         * Makes uneven ARR count.
         *
         * @param perUnit  what each unit of ARR counts that a member has above or below their share, at least 0
         * @return this builder
         * @throws IllegalArgumentException if it is negative, infinite or not a number
         */
        public Builder unevenArr(double perUnit) {
            AssignmentWeights.check("perUnit", perUnit);
            unevenArr = perUnit;
            return this;
        }

        /**
         * Makes uneven work count.
         *
         * @param perHour  what each hour a year counts that a member has above or below their share, at least 0
         * @return this builder
         * @throws IllegalArgumentException if it is negative, infinite or not a number
         */
        public Builder unevenHours(double perHour) {
            AssignmentWeights.check("perHour", perHour);
            unevenHours = perHour;
            return this;
        }

        /**
         * Limits how many customers get somebody else than now.
         *
         * @param budget  how many at most
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder mostMoves(int budget) {
            if (budget < 0) {
                throw new IllegalArgumentException("budget (" + budget + ") must be at least 0.");
            }
            mostMoves = OptionalInt.of(budget);
            return this;
        }

        private static void check(BigDecimal hours, String of) {
            if (hours.signum() < 0) {
                throw new IllegalArgumentException(
                        "hoursPerYear (" + hours.toPlainString() + ") of " + of + " must be at least 0.");
            }
        }

        /**
         * Makes the problem.
         *
         * @return the problem
         */
        public AssignmentProblem build() {
            return new AssignmentProblem(this);
        }
    }
}
