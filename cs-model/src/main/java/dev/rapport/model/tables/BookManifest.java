package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.DeadlineRules;
import dev.rapport.model.customer.NoticeRule;
import dev.rapport.model.shape.DocumentHeader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * What a book is reckoned in and how its files are to be read: the document {@code book.json}. Immutable.
 *
 * <pre>{@code
 * BookManifest manifest = BookManifest.of(DocumentHeader.of("acme-crm", "1"), ZoneId.of("Europe/Berlin"), CurrencyUnit.EUR)
 *         .with(AttributeKey.number("stores").unit("stores"))
 *         .with(TableMapping.of("accounts.csv", "customers").column("id", "Account ID"));
 * }</pre>
 */
public final class BookManifest {

    private final DocumentHeader header;
    private final ZoneId zone;
    private final CurrencyUnit currency;
    private final SaidDeadlines deadlines;
    private final TableFormat format;
    private final List<AttributeKey<?>> attributes;
    private final List<SeriesKey<?>> series;
    private final List<TableMapping> files;

    BookManifest(
            DocumentHeader header,
            ZoneId zone,
            CurrencyUnit currency,
            SaidDeadlines deadlines,
            TableFormat format,
            List<AttributeKey<?>> attributes,
            List<SeriesKey<?>> series,
            List<TableMapping> files) {
        this.header = requireNonNull(header, "header");
        this.zone = requireNonNull(zone, "zone");
        this.currency = requireNonNull(currency, "currency");
        this.deadlines = requireNonNull(deadlines, "deadlines");
        this.format = requireNonNull(format, "format");
        this.attributes = List.copyOf(attributes);
        this.series = List.copyOf(series);
        this.files = List.copyOf(files);
    }

    /**
     * The least that a manifest says.
     *
     * @param header  which document this is
     * @param zone  the zone in which the book's days begin
     * @param currency  the currency that the book reports in; amounts that name none are in it
     * @return the manifest, with Monday to Friday worked and files in the standard format
     */
    public static BookManifest of(DocumentHeader header, ZoneId zone, CurrencyUnit currency) {
        return new BookManifest(
                header, zone, currency, SaidDeadlines.NONE, TableFormat.UNSAID, List.of(), List.of(), List.of());
    }

    /**
     * This manifest with a calendar.
     *
     * @param newCalendar  the days that are worked
     * @return the manifest
     */
    public BookManifest calendar(BusinessCalendar newCalendar) {
        return with(deadlines.withBook(newCalendar));
    }

    /**
     * This manifest with a calendar that rules can name, such as that of a country.
     *
     * @param other  a calendar besides that of the book
     * @return the manifest
     * @throws IllegalArgumentException if there is one with this id
     */
    public BookManifest with(BusinessCalendar other) {
        return with(deadlines.with(other));
    }

    /**
     * This manifest with a rule how notice periods are counted.
     *
     * @param rule  the rule
     * @return the manifest
     */
    public BookManifest notice(NoticeRule rule) {
        return with(deadlines.withNotice(rule));
    }

    private BookManifest with(SaidDeadlines newDeadlines) {
        return new BookManifest(header, zone, currency, newDeadlines, format, attributes, series, files);
    }

    /**
     * This manifest with a format for all files that do not say their own.
     *
     * @param newFormat  the format; what it does not say is as in {@link TableFormat#STANDARD}
     * @return the manifest
     */
    public BookManifest format(TableFormat newFormat) {
        return new BookManifest(header, zone, currency, deadlines, newFormat, attributes, series, files);
    }

    /**
     * This manifest with an attribute of the host's own.
     *
     * @param attribute  an attribute that the library does not name
     * @return the manifest
     */
    public BookManifest with(AttributeKey<?> attribute) {
        return new BookManifest(header, zone, currency, deadlines, format, plus(attributes, attribute), series, files);
    }

    /**
     * This manifest with a series of the host's own, or one of the library's with further fields.
     *
     * @param key  the series, such as {@code Contract.SERIES.allows(cancellationFee)}
     * @return the manifest
     */
    public BookManifest with(SeriesKey<?> key) {
        return new BookManifest(header, zone, currency, deadlines, format, attributes, plus(series, key), files);
    }

    /**
     * This manifest with a file that is not read as it stands.
     *
     * @param mapping  how it is read
     * @return the manifest
     */
    public BookManifest with(TableMapping mapping) {
        return new BookManifest(header, zone, currency, deadlines, format, attributes, series, plus(files, mapping));
    }

    private static <E> List<E> plus(List<? extends E> list, E element) {
        List<E> copy = new ArrayList<>(list);
        copy.add(requireNonNull(element, "element"));
        return copy;
    }

    /**
     * Which document this is.
     *
     * @return id and revision, and who made it
     */
    public DocumentHeader header() {
        return header;
    }

    /**
     * The zone in which the book's days begin.
     *
     * @return the zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The currency that the book reports in.
     *
     * @return the currency
     */
    public CurrencyUnit currency() {
        return currency;
    }

    /**
     * The days that are worked.
     *
     * @return the calendar; Monday to Friday without holidays where none is given
     */
    public BusinessCalendar calendar() {
        return deadlines.rules().calendars().book();
    }

    /**
     * What deadlines are reckoned by.
     *
     * @return the calendar of the book and the others, and how notice is counted
     */
    public DeadlineRules deadlines() {
        return deadlines.rules();
    }

    /**
     * The attributes that the host adds to those of the library.
     *
     * @return the attributes in their order
     */
    public List<AttributeKey<?>> attributes() {
        return attributes;
    }

    /**
     * The series that the host adds, or adds fields to.
     *
     * @return the series in their order, each with all its fields
     */
    public List<SeriesKey<?>> series() {
        return series;
    }

    /**
     * The files that are not read as they stand.
     *
     * @return how they are read, in the order in which they are
     */
    public List<TableMapping> files() {
        return files;
    }

    SaidDeadlines saidDeadlines() {
        return deadlines;
    }

    TableFormat format() {
        return format;
    }

    @Override
    public String toString() {
        return "book " + header;
    }
}
