package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
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
 * an even share of the ARR are preferences, which are summed.
 */
public final class AssignmentProblem {

    private final String role;
    private final Instant at;
    private final AssignmentWeights weights;
    private final Map<String, AssignmentNeed> needs;
    private final Map<String, AssignmentCandidate> candidates;
    private final double unevenArr;
    private final OptionalInt mostMoves;
    private final Clocks clocks;

    private AssignmentProblem(Builder builder) {
        this.role = builder.role;
        this.at = builder.at;
        this.weights = builder.weights;
        this.needs = new TreeMap<>(builder.needs);
        this.candidates = new TreeMap<>(builder.candidates);
        this.unevenArr = builder.unevenArr;
        this.mostMoves = builder.mostMoves;
        this.clocks = new Clocks(at, needs.values(), candidates.values());
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
     * <p>Only the customer's language, zone and present owner are read, nothing else about anybody. Where a model asks for
     * several people in the role, one is looked for. What the pools need is taken off the hours of those who are in them.
     *
     * @param book  the book, with each customer's segment laid over it
     * @param organisation  the people
     * @param policy  the engagement models
     * @param role  the id of the role
     * @param weights  how much each misfit counts
     * @return the problem
     */
    public static AssignmentProblem of(
            Book book, Organisation organisation, EngagementPolicy policy, String role, AssignmentWeights weights) {
        return BookNeeds.of(book, organisation, policy, role, weights);
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

    /** The ARR each member should have: a share of the whole by hours, in whole units. */
    Map<String, Long> arrShares() {
        BigDecimal hours = candidates.values().stream()
                .map(AssignmentCandidate::hoursPerYear)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = BigDecimal.valueOf(
                needs.values().stream().mapToLong(AssignmentNeed::arr).sum());
        Map<String, Long> shares = new TreeMap<>();
        candidates.forEach((id, candidate) -> shares.put(
                id,
                hours.signum() == 0
                        ? 0
                        : all.multiply(candidate.hoursPerYear())
                                .divide(hours, 0, RoundingMode.HALF_EVEN)
                                .longValue()));
        return shares;
    }

    /**
     * What counts because the ARR is not shared evenly.
     *
     * @param arrOf  the ARR of each member
     * @return the sum over the members
     */
    double unevenness(Map<String, Long> arrOf) {
        double sum = 0;
        for (Map.Entry<String, Long> share : arrShares().entrySet()) {
            sum += Math.abs(arrOf.getOrDefault(share.getKey(), 0L) - share.getValue());
        }
        return unevenArr * sum;
    }

    /**
     * How badly a member fits a customer.
     *
     * @param need  the customer
     * @param candidate  the member
     * @return the sum of the misfits; 0 is a perfect fit
     */
    public double misfit(AssignmentNeed need, AssignmentCandidate candidate) {
        return handOver(need, candidate) + otherLanguage(need, candidate) + distance(need, candidate);
    }

    /**
     * The same with its reasons.
     *
     * @param need  the customer
     * @param candidate  the member
     * @return the sum of the misfits; its value is {@link #misfit}
     */
    public Explanation misfitReasons(AssignmentNeed need, AssignmentCandidate candidate) {
        String owner = need.presentOwner().orElse("nobody");
        String language = need.language().orElse("an unknown language");
        String zone = need.zone().map(ZoneId::getId).orElse("an unknown zone");
        return Explanation.sumOf(
                "misfit",
                List.of(
                        Explanation.stated(
                                "misfit.hand-over", handOver(need, candidate), owner + " looks after the customer now"),
                        Explanation.stated(
                                "misfit.language",
                                otherLanguage(need, candidate),
                                "the customer speaks " + language + ", the member "
                                        + String.join(", ", candidate.languages())),
                        Explanation.stated(
                                "misfit.zone",
                                distance(need, candidate),
                                "the customer is in " + zone + ", the member in "
                                        + candidate.zone().getId())));
    }

    private double handOver(AssignmentNeed need, AssignmentCandidate candidate) {
        boolean moves =
                need.presentOwner().isPresent() && !need.presentOwner().get().equals(candidate.memberId());
        return moves ? handOver(need) : 0;
    }

    /** What nobody can fit worse than. */
    double mostMisfit(AssignmentNeed need) {
        return handOver(need) + weights.otherLanguage() + Clocks.HALF_DAY * weights.perZoneHour();
    }

    /** What handing over a customer counts. */
    double handOver(AssignmentNeed need) {
        return weights.handOver() * need.handOverFactor();
    }

    private double otherLanguage(AssignmentNeed need, AssignmentCandidate candidate) {
        boolean other = need.language().isPresent()
                && !candidate.languages().contains(need.language().get());
        return other ? weights.otherLanguage() : 0;
    }

    private double distance(AssignmentNeed need, AssignmentCandidate candidate) {
        if (need.zone().isEmpty()) {
            return 0;
        }
        return weights.perZoneHour() * clocks.hoursBetween(need.zone().get(), candidate.zone());
    }

    /** Fills a problem. Not for use by several threads. */
    public static final class Builder {

        private final String role;
        private final Instant at;
        private final AssignmentWeights weights;
        private final Map<String, AssignmentNeed> needs = new LinkedHashMap<>();
        private final Map<String, AssignmentCandidate> candidates = new LinkedHashMap<>();
        private double unevenArr;
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
            if (!(perUnit >= 0) || Double.isInfinite(perUnit)) {
                throw new IllegalArgumentException("perUnit (" + perUnit + ") must be a finite number of at least 0.");
            }
            unevenArr = perUnit;
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
