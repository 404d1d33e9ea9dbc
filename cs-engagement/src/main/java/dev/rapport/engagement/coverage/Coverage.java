package dev.rapport.engagement.coverage;

import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who looks after whom on the cut date, and what is wrong with it. Immutable.
 *
 * <p>Everything is judged against the engagement model of the customer's segment: a customer whom a pool looks after
 * rightly has no named CSM, onboarding rightly has two people. Gaps are looked for in the last twelve months, from the
 * start of the relationship (where its age is not known, from the first owner) and by today's model. A customer without
 * a segment or model is not judged; a rule for some stages does not hold where the stage is not known.
 */
public final class Coverage {

    private final Requirements missing;
    private final List<Holding> holdings;
    private final List<CoverageFinding> findings;
    private final List<MemberLoad> loads;
    private final Map<String, BigDecimal> unassigned;
    private final List<PoolQueue> pools;
    private final List<String> notJudged;
    private final List<String> withoutStage;

    private Coverage(Reader reader, Requirements missing) {
        this.missing = missing;
        this.holdings = List.copyOf(reader.holdings);
        this.findings = List.copyOf(reader.findings);
        this.loads = reader.loads();
        this.pools = List.copyOf(reader.queues);
        this.unassigned = Collections.unmodifiableMap(new TreeMap<>(reader.unassigned));
        this.notJudged = List.copyOf(reader.notJudged);
        this.withoutStage = List.copyOf(reader.withoutStage);
    }

    /**
     * What is read of a customer: segment, owners, stage and age of the relationship.
     *
     * @return the attributes and series
     */
    public static Requirements requirements() {
        return new Requirements(
                Set.of(EngagedCustomer.SEGMENT, EngagedCustomer.STAGE, EngagedCustomer.AGE), Set.of(Ownership.SERIES));
    }

    /**
     * Reads who looks after whom.
     *
     * @param book  the book, with each customer's segment laid over it
     * @param organisation  the people and pools
     * @param policy  the engagement models
     * @return the coverage; without findings and loads if the book has no owners at all, see {@link #missing()}
     * @throws dev.rapport.model.problem.InvalidDocumentException if the policy names roles or pools that the organisation
     *     does not have
     */
    public static Coverage of(Book book, Organisation organisation, EngagementPolicy policy) {
        policy.problemsIn(organisation).orThrow();
        Requirements missing = book.missing(requirements());
        Reader reader = new Reader(organisation, book.date());
        if (!missing.series().contains(Ownership.SERIES)) {
            for (CustomerView view : book.customers()) {
                reader.read(new EngagedCustomer(view, organisation, policy));
            }
        }
        return new Coverage(reader, missing);
    }

    /**
     * What of {@link #requirements()} the book does not provide. Nothing is invented in its place.
     *
     * @return the missing part; empty if all is there
     */
    public Requirements missing() {
        return missing;
    }

    /**
     * Who looks after whom on the cut date.
     *
     * @return the holdings by customer, role, first day and owner
     */
    public List<Holding> holdings() {
        return holdings;
    }

    /**
     * Who looks after a customer on the cut date.
     *
     * @param customerId  the id of the customer
     * @return the holdings by role, first day and owner
     */
    public List<Holding> ownersOf(String customerId) {
        return holdings.stream()
                .filter(holding -> holding.customerId().equals(customerId))
                .toList();
    }

    /**
     * What is wrong.
     *
     * @return the findings by customer, role and kind
     */
    public List<CoverageFinding> findings() {
        return findings;
    }

    /**
     * What the customers of each member need, and what the member has. A customer's hours in a role are shared evenly by
     * those who hold it; a pool's customers are shared by its members, by their hours.
     *
     * @return the load of every member who works for us on the cut date, in the order of the organisation
     */
    public List<MemberLoad> loads() {
        return loads;
    }

    /**
     * The hours a year of each role that the models ask for and nobody is named for.
     *
     * @return the hours by role in their natural order, 0 left out
     */
    public Map<String, BigDecimal> unassigned() {
        return unassigned;
    }

    /**
     * What the pools have to do, and whose turn it is: by the hours for which people are there.
     *
     * @return a queue for each pool that customers need, by id
     */
    public List<PoolQueue> pools() {
        return pools;
    }

    /**
     * Customers without a segment, or of a segment without a model.
     *
     * @return the ids in their natural order
     */
    public List<String> notJudged() {
        return notJudged;
    }

    /**
     * Customers whose model has rules for some stages and whose stage is not known.
     *
     * @return the ids in their natural order
     */
    public List<String> withoutStage() {
        return withoutStage;
    }

    /** Adds up one customer after the other. */
    private static final class Reader {
        private final Organisation organisation;
        private final LocalDate date;
        private final List<Holding> holdings = new ArrayList<>();
        private final List<CoverageFinding> findings = new ArrayList<>();
        private final Map<String, BigDecimal> needed = new LinkedHashMap<>();
        private final Map<String, BigDecimal> pooled = new TreeMap<>();
        private final List<PoolQueue> queues = new ArrayList<>();
        private final Map<String, BigDecimal> unassigned = new TreeMap<>();
        private final List<String> notJudged = new ArrayList<>();
        private final List<String> withoutStage = new ArrayList<>();

        Reader(Organisation organisation, LocalDate date) {
            this.organisation = organisation;
            this.date = date;
        }

        void read(EngagedCustomer customer) {
            holdings.addAll(customer.current());
            findings.addAll(new CoverageAudit(customer, organisation).run());
            if (customer.model.isEmpty()) {
                notJudged.add(customer.id);
                return;
            }
            if (customer.lacksStage()) {
                withoutStage.add(customer.id);
            }
            Set<String> roles = customer.model.get().hoursPerYear().keySet();
            roles.forEach(role -> addHours(customer, role));
            customer.model.get().onboardingHours().keySet().stream()
                    .filter(role -> !roles.contains(role))
                    .forEach(role -> addHours(customer, role));
        }

        private void addHours(EngagedCustomer customer, String role) {
            BigDecimal hours = customer.capacity(role);
            String pool = customer.model
                    .flatMap(model -> model.ownerRule(role))
                    .flatMap(OwnerRule::pool)
                    .orElse(null);
            List<String> people = customer.peopleNow(role).stream()
                    .filter(owner -> organisation
                            .member(owner)
                            .filter(member -> member.isActiveOn(date))
                            .isPresent())
                    .toList();
            if (hours.signum() == 0) {
                return;
            }
            if (!people.isEmpty()) {
                BigDecimal each = hours.divide(BigDecimal.valueOf(people.size()), MathContext.DECIMAL64);
                people.forEach(owner -> needed.merge(owner, each, BigDecimal::add));
            } else if (pool != null) {
                pooled.merge(pool, hours, BigDecimal::add);
            } else {
                unassigned.merge(role, hours, BigDecimal::add);
            }
        }

        List<MemberLoad> loads() {
            PoolShares shares = new PoolShares(organisation, date);
            pooled.forEach((pool, hours) -> {
                Map<String, BigDecimal> parts = shares.of(pool, hours);
                queues.add(new PoolQueue(pool, hours, parts));
                parts.forEach((member, part) -> needed.merge(member, part, BigDecimal::add));
                if (parts.isEmpty()) {
                    unassigned.merge(organisation.pool(pool).orElseThrow().role(), hours, BigDecimal::add);
                }
            });
            return organisation.members().stream()
                    .filter(member -> member.isActiveOn(date))
                    .map(member -> load(member))
                    .toList();
        }

        private MemberLoad load(Member member) {
            return new MemberLoad(
                    member.id(), needed.getOrDefault(member.id(), BigDecimal.ZERO), member.hoursPerYear());
        }
    }
}
