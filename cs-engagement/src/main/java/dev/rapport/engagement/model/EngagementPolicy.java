package dev.rapport.engagement.model;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engagement models, which segment gets which, and what must remain: the document {@code rapport/engagement-models}.
 * Immutable and checked as a whole; {@link #problemsIn(Organisation)} says whether it fits an organisation.
 */
public final class EngagementPolicy {

    private final DocumentHeader header;
    private final List<EngagementModel> models;
    private final List<SegmentModel> segments;
    private final BigDecimal targetMargin;
    private final GrossMargin grossMargin;
    private final Map<String, BigDecimal> retentionTargets;
    private final List<RetentionExpectation> expectations;
    private final Optional<Sponsorship> sponsorship;
    private final YearAhead yearAhead;
    private final Optional<LifetimeOutlook> lifetimeOutlook;
    private final Optional<MarginSpread> marginSpread;

    private EngagementPolicy(Builder builder) {
        this.header = builder.header;
        this.models = List.copyOf(builder.models);
        this.segments = List.copyOf(builder.segments);
        this.targetMargin = builder.targetMargin;
        this.grossMargin = builder.grossMargin;
        this.retentionTargets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.retentionTargets));
        this.expectations = List.copyOf(builder.expectations);
        this.sponsorship = builder.sponsorship;
        this.yearAhead = builder.yearAhead;
        this.lifetimeOutlook = builder.lifetimeOutlook;
        this.marginSpread = builder.marginSpread;
    }

    /**
     * Starts a policy.
     *
     * @param header  what the document says about itself
     * @param grossMargin  what remains of ARR before customer success, with its source
     * @param targetMargin  the share of ARR that must remain after customer success, 0 to 1
     * @return a builder
     */
    public static Builder builder(DocumentHeader header, GrossMargin grossMargin, BigDecimal targetMargin) {
        return new Builder(header, grossMargin, targetMargin);
    }

    /**
     * What the document says about itself.
     *
     * @return the header
     */
    public DocumentHeader header() {
        return header;
    }

    /**
     * The models.
     *
     * @return all, in their order
     */
    public List<EngagementModel> models() {
        return models;
    }

    /**
     * Which segment gets which model.
     *
     * @return all, in their order
     */
    public List<SegmentModel> segments() {
        return segments;
    }

    /**
     * What must remain of ARR after customer success.
     *
     * @return the share, 0 to 1
     */
    public BigDecimal targetMargin() {
        return targetMargin;
    }

    /**
     * What remains of ARR before customer success.
     *
     * @return the share with its source
     */
    public GrossMargin grossMargin() {
        return grossMargin;
    }

    /**
     * What share of its ARR a segment is meant to keep in a year, expansion left out.
     *
     * @return the targets by segment; those without one are left out
     */
    public Map<String, BigDecimal> retentionTargets() {
        return retentionTargets;
    }

    /**
     * What segments are expected to keep under models that they do not have, such as from a pilot.
     *
     * @return the expectations, each with its source, in their order
     */
    public List<RetentionExpectation> expectations() {
        return expectations;
    }

    /**
     * Which customers get an executive sponsor.
     *
     * @return the rule, or empty
     */
    public Optional<Sponsorship> sponsorship() {
        return sponsorship;
    }

    /**
     * What is expected of the coming year.
     *
     * @return the outlook; {@link YearAhead#standard()} unless another is stated
     */
    public YearAhead yearAhead() {
        return yearAhead;
    }

    /**
     * How far ahead the years of a customer count, for what customers are worth under each model.
     *
     * @return the outlook, or empty: then nothing is said of it
     */
    public Optional<LifetimeOutlook> lifetimeOutlook() {
        return lifetimeOutlook;
    }

    /**
     * How far gross profit and cost may be off what is planned.
     *
     * @return the factors, or empty: then they count as certain
     */
    public Optional<MarginSpread> marginSpread() {
        return marginSpread;
    }

    /**
     * The model of an id.
     *
     * @param id  the id
     * @return the model, or empty
     */
    public Optional<EngagementModel> model(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /**
     * The model that a segment gets.
     *
     * @param segment  the id of the segment
     * @return the model, empty if the policy does not know the segment
     */
    public Optional<EngagementModel> modelOf(String segment) {
        return segments.stream()
                .filter(row -> row.segment().equals(segment))
                .findFirst()
                .flatMap(row -> model(row.model()));
    }

    /**
     * What keeps this policy from being used with an organisation: roles and pools that it does not have.
     *
     * @param organisation  the organisation
     * @return all problems, each at its place in the document
     */
    public Problems problemsIn(Organisation organisation) {
        return new EngagementPolicyCheck()
                .sponsors(sponsorship, organisation)
                .absences(yearAhead, organisation)
                .against(organisation, models);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof EngagementPolicy other
                && header.equals(other.header)
                && models.equals(other.models)
                && segments.equals(other.segments)
                && targetMargin.equals(other.targetMargin)
                && grossMargin.equals(other.grossMargin)
                && retentionTargets.equals(other.retentionTargets)
                && expectations.equals(other.expectations)
                && sponsorship.equals(other.sponsorship)
                && yearAhead.equals(other.yearAhead)
                && lifetimeOutlook.equals(other.lifetimeOutlook)
                && marginSpread.equals(other.marginSpread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, models, segments);
    }

    /** Id and revision. */
    @Override
    public String toString() {
        return header.toString();
    }

    /** Fills a policy. Not for use by several threads. */
    public static final class Builder {

        private final DocumentHeader header;
        private final GrossMargin grossMargin;
        private final BigDecimal targetMargin;
        private final List<EngagementModel> models = new ArrayList<>();
        private final List<SegmentModel> segments = new ArrayList<>();
        private final Map<String, BigDecimal> retentionTargets = new LinkedHashMap<>();
        private final List<RetentionExpectation> expectations = new ArrayList<>();
        private Optional<Sponsorship> sponsorship = Optional.empty();
        private YearAhead yearAhead = YearAhead.standard();
        private Optional<LifetimeOutlook> lifetimeOutlook = Optional.empty();
        private Optional<MarginSpread> marginSpread = Optional.empty();

        private Builder(DocumentHeader header, GrossMargin grossMargin, BigDecimal targetMargin) {
            this.header = requireNonNull(header, "header");
            this.grossMargin = requireNonNull(grossMargin, "grossMargin");
            this.targetMargin = requireNonNull(targetMargin, "targetMargin");
        }

        /**
         * Adds a model.
         *
         * @param model  the model
         * @return this builder
         */
        public Builder add(EngagementModel model) {
            models.add(requireNonNull(model, "model"));
            return this;
        }

        /**
         * Says which model a segment gets.
         *
         * @param segment  the id of the segment
         * @param model  the id of the model
         * @return this builder
         */
        public Builder give(String segment, String model) {
            segments.add(new SegmentModel(requireNonNull(segment, "segment"), requireNonNull(model, "model")));
            return this;
        }

        /**
         * Says what share of its ARR a segment is meant to keep in a year.
         *
         * @param segment  the id of a segment that is given a model
         * @param share  the gross revenue retention, 0 to 1
         * @return this builder
         */
        public Builder target(String segment, BigDecimal share) {
            retentionTargets.put(requireNonNull(segment, "segment"), requireNonNull(share, "share"));
            return this;
        }

        /**
         * Says what a segment is expected to keep under a model that it does not have.
         *
         * @param expectation  the share with its source, one for each segment and model
         * @return this builder
         */
        public Builder expect(RetentionExpectation expectation) {
            expectations.add(requireNonNull(expectation, "expectation"));
            return this;
        }

        /**
         * Says which customers get an executive sponsor.
         *
         * @param rule  who gets one, and from whom
         * @return this builder
         */
        public Builder sponsor(Sponsorship rule) {
            sponsorship = Optional.of(rule);
            return this;
        }

        /**
         * Says what is expected of the coming year.
         *
         * @param outlook  who comes, who is away, how long hiring takes
         * @return this builder
         */
        public Builder yearAhead(YearAhead outlook) {
            yearAhead = requireNonNull(outlook, "outlook");
            return this;
        }

        /**
         * Says how far ahead the years of a customer count.
         *
         * @param outlook  for how many years, and what later ones are worth
         * @return this builder
         */
        public Builder lifetime(LifetimeOutlook outlook) {
            lifetimeOutlook = Optional.of(outlook);
            return this;
        }

        /**
         * Says how far gross profit and cost may be off what is planned.
         *
         * @param spread  the factors, with their source
         * @return this builder
         */
        public Builder spread(MarginSpread spread) {
            marginSpread = Optional.of(spread);
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return the policy
         * @throws dev.rapport.model.problem.InvalidDocumentException with all that is wrong, each at its place in the
         *     document
         */
        public EngagementPolicy build() {
            new EngagementPolicyCheck()
                    .retention(models, segments, retentionTargets, expectations)
                    .sponsors(sponsorship, segments)
                    .yearAhead(yearAhead, segments)
                    .ofWhole(models, segments, targetMargin, grossMargin)
                    .orThrow();
            return new EngagementPolicy(this);
        }
    }
}
