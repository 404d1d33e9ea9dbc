package dev.rapport.engagement.file;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Everything on one customer as of a date. Immutable.
 *
 * <pre>{@code
 * CustomerFile file = CustomerFile.of(view, book.provides().attributes(), reckoning)
 *         .with(FileSections.builder()
 *                 .health(health)
 *                 .milestones(planner.reckon(view, span, ledger.entriesOf(List.of("acme"))).occurrences())
 *                 .build());
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
    private record Contents(List<ProfileLine> profile, List<FileContract> contracts, FileSections sections) {}

    /**
     * The file of a customer for readers inside the company: without personal data.
     *
     * @param view  the customer
     * @param attributes  what the profile shows, in this order
     * @param reckoning  the currency, its rates and the calendar of the book
     * @return the file, nothing filled in
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
     * @return the file, nothing filled in
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
                .map(terms -> FileContract.of(terms, view.date(), reckoning))
                .toList();
        FileSections empty = FileSections.builder().build();
        return new CustomerFile(redacted, seen, new Contents(List.copyOf(profile), contracts, empty));
    }

    /**
     * This file with what the policies say, in place of what was filled in before.
     *
     * @param filled  the sections
     * @return the file, without the sections that its readers may not see
     */
    public CustomerFile with(FileSections filled) {
        return new CustomerFile(view, seen, new Contents(contents.profile, contents.contracts, filled.seenBy(seen)));
    }

    /**
     * This file with how the customer was.
     *
     * @param points  the earlier days, the first one first
     * @return the file, unchanged where its readers may not see the health
     */
    public CustomerFile withHealthHistory(List<HealthPoint> points) {
        return with(FileSections.builder()
                .from(contents.sections)
                .healthHistory(points)
                .build());
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
     * What the customer is called.
     *
     * @return the name where it is seen, else the id
     */
    public String name() {
        return contents.profile.stream()
                .filter(line -> line.key().equals(CustomerAttributes.NAME))
                .flatMap(line -> line.reading().value().stream())
                .map(Object::toString)
                .findFirst()
                .orElse(customerId());
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
        return seen.has(FileSection.TIMELINE) ? Timelines.of(view, sections().milestones()) : List.of();
    }

    /**
     * What the policies say.
     *
     * @return the sections that are filled in, as far as the readers may see them
     */
    public FileSections sections() {
        return contents.sections;
    }
}
