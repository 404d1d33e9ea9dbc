package dev.rapport.engagement.allocation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Answers allocation problems, at any time it is stopped. In this order: prices of the relaxation, and with them the
 * bound; a first answer; annealing; then exchanges between few agents, each searched exactly, until the caller stops.
 * Small problems are searched through now and then: what is found is then proven to be the best.
 *
 * <p>The same problem, seed and budget of steps give the same answer on every machine. Safe to share between threads.
 */
public final class Allocator {

    static final int MOST_ITEMS_TO_PROVE = 400;

    private static final int ROUNDS = 3_000;
    private static final long LEAST_MOVES = 10_000;
    private static final long MOVES_AN_ITEM = 2_000;
    private static final long MOST_MOVES = 4_000_000;
    private static final long FIRST_PROOF = 20_000;
    private static final int ROUNDS_OF_KNAPSACKS = 200;
    private static final int MOST_ITEMS_TO_BRANCH = 60;
    private static final double NEAR = 0.0005;
    private static final long NODES_A_ROUND = 100;
    private static final double ROUNDING = 1e-6;

    private final long seed;

    /**
     * Makes an allocator.
     *
     * @param seed  the seed of what is drawn at random
     */
    public Allocator(long seed) {
        this.seed = seed;
    }

    /**
     * Answers a problem.
     *
     * @param problem  the problem
     * @param stop  when to answer with what there is; a step is one pair priced, one move tried or one node visited
     * @return the answer, reckoned again from the problem alone; where none exists and that is proven, the clash
     */
    public Allocation allocate(AllocationProblem problem, StopCondition stop) {
        return new Run(problem, stop, Optional.empty()).answer();
    }

    /**
     * Answers a problem of which an answer is known.
     *
     * @param problem  the problem
     * @param known  the agent of each item in the answer that is known; does not count if it is not feasible
     * @param stop  when to answer with what there is, as above
     * @return an answer that is not worse than the known one
     * @throws IllegalArgumentException if there are not as many agents as items
     */
    public Allocation allocate(AllocationProblem problem, int[] known, StopCondition stop) {
        Optional<int[]> start = Optional.of(known).filter(answer -> Double.isFinite(problem.evaluate(answer)));
        return new Run(problem, stop, start).answer();
    }

    /** One problem being answered. */
    private final class Run {

        private final AllocationProblem problem;
        private final Budget budget;
        private final SplittableRandom random = new SplittableRandom(seed);
        private final Optional<int[]> known;
        private double bound = Double.NEGATIVE_INFINITY;
        private boolean isProven;

        Run(AllocationProblem problem, StopCondition stop, Optional<int[]> known) {
            this.problem = requireNonNull(problem, "problem");
            this.budget = new Budget(requireNonNull(stop, "stop"));
            this.known = known;
        }

        Allocation answer() {
            Multipliers multipliers = new Multipliers(problem, budget);
            multipliers.improve(ROUNDS);
            if (Double.isInfinite(multipliers.bound()) && problem.items > 0) {
                return without(new int[problem.items]);
            }
            bound = rounded(multipliers.bound());
            Candidates candidates = new Candidates(problem, multipliers.prices, budget);
            State state = new State(problem);
            known.ifPresent(state::copy);
            state.keep();
            double reached = known.map(problem::evaluate).orElse(Double.POSITIVE_INFINITY);
            Construction.fill(state, candidates, budget);
            Annealing annealing = new Annealing(state, candidates, random, budget, reached);
            long moves = Math.min(MOST_MOVES, Math.max(LEAST_MOVES, MOVES_AN_ITEM * problem.items));
            boolean isSought = false;
            while (problem.items > 0) {
                annealing.run(moves);
                if (budget.isOver() || annealing.value() < Double.POSITIVE_INFINITY) {
                    break;
                }
                if (!isSought) {
                    isSought = true;
                    Optional<Clash> clash = new Conflict(problem, budget).find();
                    if (clash.isPresent()) {
                        return none(state.kept(), clash);
                    }
                }
            }
            if (annealing.value() == Double.POSITIVE_INFINITY) {
                return without(state.kept());
            }
            state.restore();
            int[] best = improve(state, candidates);
            double objective = problem.evaluate(best);
            return new Allocation(
                    best,
                    objective,
                    isProven ? objective : Math.min(bound, objective),
                    budget.steps(),
                    Optional.empty());
        }

        private int[] improve(State state, Candidates candidates) {
            isProven = problem.agents < 2 || problem.items < 1 || state.objective() <= bound + ROUNDING;
            if (isProven) {
                return state.kept();
            }
            Optional<KnapsackTree> tree =
                    Optional.of(problem).filter(KnapsackTree::fits).map(fitting -> new KnapsackTree(fitting, budget));
            double[] prices = candidates.least.clone();
            tree.ifPresent(sharper -> sharpen(sharper, prices, state.objective()));
            Placings placings = KnapsackPlacings.fits(problem)
                    ? new KnapsackPlacings(problem, candidates, prices.clone(), budget)
                    : new Enumeration(problem, candidates, budget);
            Exchange exchange = new Exchange(state, candidates, random, placings, budget);
            long proof = FIRST_PROOF;
            while (!isProven && !budget.isOver() && !exchange.isExhausted()) {
                boolean isSmall = problem.items <= (tree.isPresent() ? MOST_ITEMS_TO_PROVE : MOST_ITEMS_TO_BRANCH);
                long until = isSmall ? budget.steps() + proof : Long.MAX_VALUE;
                exchange.run(bound, until);
                isProven = exchange.objective() <= bound + ROUNDING;
                if (isSmall && !isProven && !budget.isOver()) {
                    prove(state, exchange, candidates, tree, prices, proof);
                    proof *= 2;
                }
            }
            return state.kept();
        }

        private void sharpen(KnapsackTree tree, double[] prices, double reached) {
            double sharper = tree.bound(prices, reached, ROUNDS_OF_KNAPSACKS);
            bound = Math.max(bound, Math.min(rounded(sharper), reached));
        }

        private void prove(
                State state,
                Exchange exchange,
                Candidates candidates,
                Optional<KnapsackTree> tree,
                double[] prices,
                long effort) {
            if (tree.isPresent()) {
                isProven = exchange.objective() <= bound + ROUNDING;
                boolean isNear = exchange.objective() - bound <= NEAR * Math.abs(bound);
                if (!isProven && (isNear || problem.items <= MOST_ITEMS_TO_BRANCH)) {
                    isProven = tree.get().search(prices, exchange.objective(), effort / NODES_A_ROUND);
                    if (tree.get().answer().length > 0) {
                        exchange.restart(tree.get().answer());
                    }
                }
            } else {
                searchAll(state, exchange, candidates, effort);
            }
        }

        /** Searches everything that could be better; what it finds is the new best. */
        private void searchAll(State state, Exchange exchange, Candidates candidates, long nodes) {
            int[] best = state.kept();
            int[] order = IntStream.range(0, problem.items)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer item) -> candidates.count(item) < 2
                                    ? Double.NEGATIVE_INFINITY
                                    : -candidates.reduced(item, candidates.agent(item, 1)))
                            .thenComparing(item -> item))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] present = Arrays.stream(order).map(item -> best[item]).toArray();
            int[] agents = IntStream.range(0, problem.agents).toArray();
            double better = problem.isWhole() ? 1 - ROUNDING : ROUNDING;
            Enumeration all = new Enumeration(problem, candidates, budget);
            double limit = exchange.bestGap() - better;
            double found = all.search(
                    new double[problem.slotCount], order, order.length, present, agents, agents.length, limit, nodes);
            budget.made(all.nodes());
            if (found < limit) {
                int[] next = new int[problem.items];
                for (int at = 0; at < order.length; at++) {
                    next[order[at]] = all.found(at);
                }
                exchange.restart(next);
            }
            isProven = all.isComplete();
        }

        private double rounded(double value) {
            return problem.isWhole() ? Math.ceil(value - ROUNDING) : value;
        }

        private Allocation without(int[] reached) {
            Optional<Clash> clash = new Conflict(problem, budget).find();
            return none(reached, clash);
        }

        private Allocation none(int[] reached, Optional<Clash> clash) {
            double least = clash.isPresent() ? Double.POSITIVE_INFINITY : bound;
            return new Allocation(reached, Double.POSITIVE_INFINITY, least, budget.steps(), clash);
        }
    }
}
