package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Who is to look after whom: what a strategy answers. Immutable; placements and the unplaced are by customer. */
public final class Assignment {

    private final List<Placement> placements;
    private final List<Unplaced> unplaced;
    private final AssignmentScore score;
    private final long steps;
    private final OptionalDouble bound;
    private final OptionalInt leastUnplaced;
    private final OptionalInt mostMoves;
    private final List<PlacementClash> clashes;

    private Assignment(Builder builder, AssignmentScore score, long steps) {
        this.bound = builder.bound;
        this.leastUnplaced = builder.leastUnplaced;
        this.mostMoves = builder.problem.mostMoves().isPresent()
                ? OptionalInt.of(Math.max(builder.problem.mostMoves().getAsInt(), builder.problem.forcedMoves()))
                : OptionalInt.empty();
        this.clashes = List.copyOf(builder.clashes);
        this.placements = List.copyOf(builder.placements.values());
        this.unplaced = builder.unplaced.stream()
                .sorted(Comparator.comparing(Unplaced::customerId))
                .toList();
        this.score = score;
        this.steps = steps;
    }

    /**
     * Starts an answer.
     *
     * @param problem  the problem that is answered
     * @return a builder
     */
    public static Builder builder(AssignmentProblem problem) {
        return new Builder(requireNonNull(problem, "problem"));
    }

    /**
     * Who was placed with whom.
     *
     * @return the placements by customer
     */
    public List<Placement> placements() {
        return placements;
    }

    /**
     * For whom nobody was found.
     *
     * @return the customers with reasons
     */
    public List<Unplaced> unplaced() {
        return unplaced;
    }

    /**
     * The placement of a customer.
     *
     * @param customerId  the id of the customer
     * @return the placement, or empty
     */
    public Optional<Placement> of(String customerId) {
        return placements.stream()
                .filter(placement -> placement.customerId().equals(customerId))
                .findFirst();
    }

    /**
     * How good the strategy says the answer is. {@link AssignmentCheck} says how good it is.
     *
     * @return the score
     */
    public AssignmentScore score() {
        return score;
    }

    /**
     * What no answer that leaves as many out can be below.
     *
     * @return a bound of the score's misfit, empty if the strategy proves none
     */
    public OptionalDouble bound() {
        return bound;
    }

    /**
     * How many customers every answer leaves out at least.
     *
     * @return a bound of the score's customers left out, empty if the strategy proves none
     */
    public OptionalInt leastUnplaced() {
        return leastUnplaced;
    }

    /**
     * How many customers get somebody else than now.
     *
     * @return the number of placements that are hand-overs
     */
    public int handOvers() {
        return (int) placements.stream().filter(Placement::isHandOver).count();
    }

    /**
     * How many customers may get somebody else than now.
     *
     * @return the budget, or how many have to where these are more; empty if there is no budget
     */
    public OptionalInt mostMoves() {
        return mostMoves;
    }

    /**
     * Why not everybody can be placed, as far as that is proven.
     *
     * @return constraints that cannot be kept together; empty if everybody is placed
     */
    public List<PlacementClash> clashes() {
        return clashes;
    }

    /**
     * How many steps were made.
     *
     * @return the number, in steps of the strategy
     */
    public long steps() {
        return steps;
    }

    /** Fills an answer. Not for use by several threads. */
    public static final class Builder {

        private final AssignmentProblem problem;
        private final Map<String, Placement> placements = new TreeMap<>();
        private final List<Unplaced> unplaced = new ArrayList<>();
        private List<PlacementClash> clashes = List.of();
        private OptionalDouble bound = OptionalDouble.empty();
        private OptionalInt leastUnplaced = OptionalInt.empty();

        private Builder(AssignmentProblem problem) {
            this.problem = problem;
        }

        /**
         * Places a customer.
         *
         * @param need  the customer, of the problem
         * @param candidate  the member, of the problem
         * @param why  why this one, in words
         * @param nextBest  who would have been the next best
         * @return this builder
         * @throws IllegalArgumentException if the customer was placed already
         */
        public Builder place(
                AssignmentNeed need, AssignmentCandidate candidate, String why, Optional<NextBest> nextBest) {
            Placement placement = new Placement.Builder()
                    .customerId(need.customerId())
                    .memberId(candidate.memberId())
                    .presentOwner(need.presentOwner())
                    .why(why)
                    .misfit(problem.misfitReasons(need, candidate))
                    .nextBest(nextBest)
                    .build();
            if (placements.put(need.customerId(), placement) != null) {
                throw new IllegalArgumentException("customer (" + need.customerId() + ") must be placed once.");
            }
            return this;
        }

        /**
         * Leaves a customer without anybody.
         *
         * @param need  the customer, of the problem
         * @param reason  why nobody was found
         * @return this builder
         */
        public Builder leaveOut(AssignmentNeed need, String reason) {
            unplaced.add(new Unplaced(need.customerId(), reason));
            return this;
        }

        /**
         * Says what no answer that leaves as many out can be below.
         *
         * @param misfit  a bound of the score's misfit
         * @return this builder
         */
        public Builder bound(double misfit) {
            bound = OptionalDouble.of(misfit);
            return this;
        }

        /**
         * Says how many customers every answer leaves out at least.
         *
         * @param customers  a bound of the customers left out
         * @return this builder
         */
        public Builder leastUnplaced(int customers) {
            leastUnplaced = OptionalInt.of(customers);
            return this;
        }

        /**
         * Says why not everybody can be placed.
         *
         * @param found  constraints that cannot be kept together
         * @return this builder
         */
        public Builder clashes(List<PlacementClash> found) {
            clashes = List.copyOf(found);
            return this;
        }

        /**
         * Makes the answer.
         *
         * @param score  how good the strategy reckons it is
         * @param steps  how many steps were made
         * @return the answer
         */
        public Assignment build(AssignmentScore score, long steps) {
            return new Assignment(this, requireNonNull(score, "score"), steps);
        }
    }
}
