package dev.rapport.engagement.file;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.escalation.Escalation;
import dev.rapport.engagement.lifecycle.Journey;
import dev.rapport.engagement.milestone.Occurrence;
import dev.rapport.engagement.review.Review;
import dev.rapport.health.Health;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Everything on one customer as of a date. Immutable: the {@code with} methods return a file with one more section.
 *
 * <pre>{@code
 * CustomerFile file = CustomerFile.of(view, book.provides().attributes(), reckoning)
 *         .withSegment("enterprise", segmentReasons)
 *         .withHealth(health, Optional.empty())
 *         .withMilestones(planner.occurrences(view, span, ledger.entriesOf(List.of("acme"))));
 * }</pre>
 *
 * <p>What a reader may not see ({@link FileView}) is not there: attributes, fields and series are left out, also from what
 * {@link #series(SeriesKey)} reads, and a section that is filled in all the same stays empty. Reasons keep their evidence;
 * {@code ExplanationJson} and {@code ExplanationText} withhold it where they are told {@link #shown()}.
 */
public final class CustomerFile {

    private final CustomerView view;
    private final FileView seen;
    private final Contents contents;

    private CustomerFile(CustomerView view, FileView seen, Contents contents) {
        this.view = view;
        this.seen = seen;
        this.contents = contents;
    }

    /** What is not read from the view. */
    private record Contents(List<ProfileLine> profile, List<FileContract> contracts, FilledSections filled) {}

    /**
     * A decision with its name and reasons.
     *
     * @param name  what was decided, such as a segment
     * @param reasons  why
     */
    public record Named(String name, Explanation reasons) {}

    /**
     * The file of a customer for readers inside the company: without personal data.
     *
     * @param view  the customer
     * @param attributes  what the profile shows, in this order
     * @param reckoning  the currency, its rates and the calendar of the book
     * @return the file, its slots empty
     */
    public static CustomerFile of(
            CustomerView view, Collection<? extends AttributeKey<?>> attributes, Reckoning reckoning) {
        return of(view, attributes, reckoning, FileView.everything(Sensitivity.INTERNAL), Pseudonyms.none());
    }

    /**
     * The file of a customer for some readers.
     *
     * @param view  the customer
     * @param attributes  what the profile shows, in this order, as far as the readers may see it
     * @param reckoning  the currency, its rates and the calendar of the book
     * @param seen  what the readers may see
     * @param pseudonyms  stand for what they may only see hashed
     * @return the file, its slots empty
     * @throws IllegalArgumentException if something is to be hashed and there are no pseudonyms
     */
    public static CustomerFile of(
            CustomerView view,
            Collection<? extends AttributeKey<?>> attributes,
            Reckoning reckoning,
            FileView seen,
            Pseudonyms pseudonyms) {
        Redaction redaction = new Redaction(requireNonNull(seen, "seen"), requireNonNull(pseudonyms, "pseudonyms"));
        CustomerView redacted = new RedactedView(requireNonNull(view, "view"), redaction);
        List<ProfileLine> profile = new ArrayList<>();
        for (AttributeKey<?> key : attributes) {
            if (redaction.shows(key)) {
                profile.add(new ProfileLine(key, redacted.read(key)));
            }
        }
        List<FileContract> contracts = ContractTerms.of(redacted).stream()
                .map(terms -> contract(terms, view.date(), reckoning))
                .toList();
        FilledSections empty = FilledSections.builder().build();
        return new CustomerFile(redacted, seen, new Contents(List.copyOf(profile), contracts, empty));
    }

    /** What cannot be reckoned, for want of a rate or a calendar, is said and does not keep the file from being made. */
    private static FileContract contract(ContractTerms terms, LocalDate date, Reckoning reckoning) {
        boolean inForce = terms.isInForceOn(date);
        List<String> problems = new ArrayList<>();
        FileContract.Builder contract =
                FileContract.builder().terms(terms).inForce(inForce).termEnd(terms.endOn(date));
        if (inForce) {
            contract.decisionDate(reckoned(() -> terms.decisionDateOn(date, reckoning), problems));
        }
        contract.arr(reckoned(() -> terms.arrOn(date, reckoning), problems));
        return contract.problems(problems).build();
    }

    private static <T> Optional<T> reckoned(Supplier<Optional<T>> value, List<String> problems) {
        try {
            return value.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** This file with one more section, or this file where its readers may not see the section. */
    private CustomerFile with(FileSection section, UnaryOperator<FilledSections.Builder> change) {
        if (!seen.has(section)) {
            return this;
        }
        FilledSections changed =
                change.apply(FilledSections.builder().from(contents.filled)).build();
        return new CustomerFile(view, seen, new Contents(contents.profile, contents.contracts, changed));
    }

    /**
     * This file with the family that the customer is in.
     *
     * @param family  the customers that belong together, and what they pay; empty for a customer that stands alone
     * @return the file
     */
    public CustomerFile withFamily(Optional<FamilyRevenue> family) {
        return with(FileSection.FAMILY, filled -> filled.family(family));
    }

    /**
     * This file with the customer's segment.
     *
     * @param segment  the segment's id
     * @param reasons  why
     * @return the file
     */
    public CustomerFile withSegment(String segment, Explanation reasons) {
        return with(FileSection.SEGMENT, filled -> filled.segment(new Named(segment, reasons)));
    }

    /**
     * This file with the customer's health.
     *
     * @param health  band, score and why
     * @param own  how the customer is by itself, where that is the health of its family
     * @return the file
     */
    public CustomerFile withHealth(Health health, Optional<Health> own) {
        return with(FileSection.HEALTH, filled -> filled.health(health).ownHealth(own));
    }

    /**
     * This file with the customer's churn risk.
     *
     * @param reasons  why; the value is the probability
     * @return the file
     */
    public CustomerFile withChurnRisk(Explanation reasons) {
        return with(FileSection.CHURN_RISK, filled -> filled.churnRisk(reasons));
    }

    /**
     * This file with the customer's milestones.
     *
     * @param occurrences  those past and coming, by due date
     * @return the file
     */
    public CustomerFile withMilestones(List<Occurrence> occurrences) {
        return with(FileSection.MILESTONES, filled -> filled.milestones(occurrences));
    }

    /**
     * This file with the reviews with the customer.
     *
     * @param reviews  those that were to be held lately, and those that come next
     * @return the file
     */
    public CustomerFile withReviews(List<Review> reviews) {
        return with(FileSection.REVIEWS, filled -> filled.reviews(reviews));
    }

    /**
     * This file with what is escalated for the customer.
     *
     * @param escalations  what is open
     * @return the file
     */
    public CustomerFile withEscalations(List<Escalation> escalations) {
        return with(FileSection.ESCALATIONS, filled -> filled.escalations(escalations));
    }

    /**
     * This file with where the customer stands in the life cycle.
     *
     * @param journey  current stages and findings
     * @return the file
     */
    public CustomerFile withJourney(Journey journey) {
        return with(FileSection.LIFE_CYCLE, filled -> filled.journey(journey));
    }

    /**
     * Whose file it is.
     *
     * @return the customer's id
     */
    public String customerId() {
        return view.customerId();
    }

    /**
     * The cut that everything here is as of.
     *
     * @return the cut
     */
    public AsOf asOf() {
        return view.asOf();
    }

    /**
     * The last day that the file sees.
     *
     * @return the date
     */
    public LocalDate date() {
        return view.date();
    }

    /**
     * The zone in which days begin.
     *
     * @return the zone of the book
     */
    public ZoneId zone() {
        return view.zone();
    }

    /**
     * The most sensitive data that is in the file.
     *
     * @return the sensitivity
     */
    public Sensitivity shown() {
        return seen.shows();
    }

    /**
     * What the file's readers may see.
     *
     * @return the view
     */
    public FileView seen() {
        return seen;
    }

    /**
     * Who they are.
     *
     * @return the attributes, in the order asked for
     */
    public List<ProfileLine> profile() {
        return contents.profile;
    }

    /**
     * What they bought.
     *
     * @return the contracts by start, then id, past and coming ones included
     */
    public List<FileContract> contracts() {
        return contents.contracts;
    }

    /**
     * How much they use.
     *
     * @return a summary of the usage
     */
    public UsageSummary usage() {
        return UsageSummary.of(view);
    }

    /**
     * A series of facts: people, owners, stages, tickets, invoices, survey answers, goals, feedback, outcomes, touchpoints,
     * purchases, or one of the host's.
     *
     * @param key  the series
     * @param <T>  the typed reading of one entry
     * @return the entries by time, then id, without fields that may not be seen
     */
    public <T> List<T> series(SeriesKey<T> key) {
        return view.series(key);
    }

    /**
     * The entries of a series.
     *
     * @param key  the series
     * @return the entries by time, then id, without fields that may not be seen
     */
    public List<Entry> entries(SeriesKey<?> key) {
        return view.entries(key);
    }

    /**
     * The standard series that have entries.
     *
     * @return the series, contracts first
     */
    public List<SeriesKey<?>> series() {
        return CustomerSeries.all().stream()
                .filter(key -> !view.entries(key).isEmpty())
                .toList();
    }

    /**
     * What happened, in one order.
     *
     * @return the latest first; nothing where the readers may not see it
     */
    public List<TimelineItem> timeline() {
        return seen.has(FileSection.TIMELINE) ? Timelines.of(view, milestones()) : List.of();
    }

    /**
     * The family that the customer is in.
     *
     * @return the family, empty for a customer that stands alone or until it is filled
     */
    public Optional<FamilyRevenue> family() {
        return contents.filled.family();
    }

    /**
     * The segment.
     *
     * @return the segment with its reasons, empty until it is filled
     */
    public Optional<Named> segment() {
        return contents.filled.segment();
    }

    /**
     * The health.
     *
     * @return band, score and why; empty until it is filled
     */
    public Optional<Health> health() {
        return contents.filled.health();
    }

    /**
     * How the customer is by itself.
     *
     * @return the health before roll-up; empty where {@link #health()} is no family's
     */
    public Optional<Health> ownHealth() {
        return contents.filled.ownHealth();
    }

    /**
     * The churn risk.
     *
     * @return the reasons, empty until they are filled
     */
    public Optional<Explanation> churnRisk() {
        return contents.filled.churnRisk();
    }

    /**
     * The milestones.
     *
     * @return the occurrences by due date
     */
    public List<Occurrence> milestones() {
        return contents.filled.milestones();
    }

    /**
     * The reviews.
     *
     * @return the reviews by rule, then by their days
     */
    public List<Review> reviews() {
        return contents.filled.reviews();
    }

    /**
     * What is escalated.
     *
     * @return the escalations
     */
    public List<Escalation> escalations() {
        return contents.filled.escalations();
    }

    /**
     * Where the customer stands in the life cycle.
     *
     * @return the journey, empty until it is filled
     */
    public Optional<Journey> journey() {
        return contents.filled.journey();
    }
}
