package dev.rapport.engagement.team;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.scope.ScopePolicy;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.engagement.trigger.SponsorSilenceTrigger;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.organisation.Organisation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a leader of the team has to know about its people. Immutable.
 *
 * <pre>{@code
 * TeamReport team = TeamReport.builder(book, organisation, models, coverage)
 *         .time(spent).atRisk(atRisk).decisions(ahead).build();
 * team.skills().stream().filter(SkillNeed::isMissing)
 * team.sheet("csm-anna")
 * team.leadership().get(0).leader()
 * }</pre>
 *
 * <p>What is not given is not told: without time there is no drift, without an at-risk list nobody is at risk in a sheet.
 */
public final class TeamReport {

    private final List<SkillNeed> skills;
    private final List<KeyPerson> keyPersons;
    private final List<KindDrift> drift;
    private final List<Sheet> sheets;
    private final List<RoleFits> profiles;
    private final List<ProposedTeam> teams;
    private final List<AreaLeadership> leadership;

    private TeamReport(Builder builder) {
        Sheets reading = new Sheets(builder);
        this.skills = List.copyOf(reading.skills());
        this.keyPersons = reading.keyPersons();
        this.drift = reading.drift();
        this.sheets = reading.sheets();
        this.profiles = RoleFits.of(builder.organisation, builder.book.date());
        this.teams = reading.teams();
        this.leadership = builder.scope
                .map(scope -> Leadership.of(builder.organisation, scope, builder.book.date()))
                .orElse(List.of());
    }

    /**
     * Starts a report.
     *
     * @param book  the current customers, each one's segment laid over it
     * @param organisation  who works for us
     * @param models  the engagement models
     * @param coverage  who looks after whom, of the same
     * @return a builder
     */
    public static Builder builder(Book book, Organisation organisation, EngagementPolicy models, Coverage coverage) {
        return new Builder(book, organisation, models, coverage);
    }

    /**
     * What the models ask of skills, against those who have them.
     *
     * @return a need for each role, pool, skill and level, in that order
     */
    public List<SkillNeed> skills() {
        return skills;
    }

    /**
     * On whom something hangs alone.
     *
     * @return the people, most revenue first
     */
    public List<KeyPerson> keyPersons() {
        return keyPersons;
    }

    /**
     * How far the work is from the plan.
     *
     * @return the hours of each kind, in natural order; empty where no time is told
     */
    public List<KindDrift> drift() {
        return drift;
    }

    /**
     * A sheet for each person who looks after customers or worked.
     *
     * @return the sheets, in the order of the organisation
     */
    public List<Sheet> sheets() {
        return sheets;
    }

    /**
     * The sheet of one person.
     *
     * @param member  the id
     * @return the sheet, or empty
     */
    public Optional<Sheet> sheet(String member) {
        return sheets.stream().filter(sheet -> sheet.memberId().equals(member)).findFirst();
    }

    /**
     * Who fits which role.
     *
     * @return the roles with a profile, in the order of the organisation
     */
    public List<RoleFits> profiles() {
        return profiles;
    }

    /**
     * The team that is proposed for each segment: as many people as the engagement models take, who they are, and what they
     * lack.
     *
     * @return the segments that have customers, in the order of the models
     */
    public List<ProposedTeam> teams() {
        return teams;
    }

    /**
     * One leader and a successor for each area of responsibility.
     *
     * @return the areas in the order of the scope; empty where none is told
     */
    public List<AreaLeadership> leadership() {
        return leadership;
    }

    /** Gathers what is known of a team. Not for use by several threads. */
    public static final class Builder {

        final Book book;
        final Organisation organisation;
        final EngagementPolicy models;
        final Coverage coverage;
        Optional<TimeSpent> time = Optional.empty();
        Optional<AtRiskList> atRisk = Optional.empty();
        Optional<DecisionsAhead> decisions = Optional.empty();
        Optional<SponsorSilenceTrigger> silence = Optional.empty();
        Optional<Reckoning> reckoning = Optional.empty();
        Map<String, Assignment> assignments = Map.of();
        Optional<ScopePolicy> scope = Optional.empty();

        private Builder(Book book, Organisation organisation, EngagementPolicy models, Coverage coverage) {
            this.book = requireNonNull(book, "book");
            this.organisation = requireNonNull(organisation, "organisation");
            this.models = requireNonNull(models, "models");
            this.coverage = requireNonNull(coverage, "coverage");
        }

        /**
         * Adds what the time went into.
         *
         * @param spent  the time
         * @return this builder
         */
        public Builder time(TimeSpent spent) {
            this.time = Optional.of(spent);
            return this;
        }

        /**
         * Adds who is at risk.
         *
         * @param list  the list
         * @return this builder
         */
        public Builder atRisk(AtRiskList list) {
            this.atRisk = Optional.of(list);
            return this;
        }

        /**
         * Adds what will be decided.
         *
         * @param ahead  the decisions
         * @return this builder
         */
        public Builder decisions(DecisionsAhead ahead) {
            this.decisions = Optional.of(ahead);
            return this;
        }

        /**
         * Says when a sponsor is silent.
         *
         * @param trigger  the role of the people and the days
         * @param by  the calendar and rates to reckon by
         * @return this builder
         */
        public Builder silence(SponsorSilenceTrigger trigger, Reckoning by) {
            this.silence = Optional.of(trigger);
            this.reckoning = Optional.of(by);
            return this;
        }

        /**
         * Adds who should look after whom, so that the proposed teams are of these people. Without it all hours go by fit
         * and hours.
         *
         * @param byRole  the assignment of each role
         * @return this builder
         */
        public Builder assignments(Map<String, Assignment> byRole) {
            this.assignments = new TreeMap<>(byRole);
            return this;
        }

        /**
         * Adds the areas of responsibility, for which leaders are proposed.
         *
         * @param policy  the areas and the roles that lead them
         * @return this builder
         */
        public Builder areas(ScopePolicy policy) {
            this.scope = Optional.of(policy);
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         */
        public TeamReport build() {
            return new TeamReport(this);
        }
    }
}
