package dev.rapport.examples.quickstart;

import dev.rapport.engagement.plan.Remark;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.examples.shared.BookFolder;
import dev.rapport.examples.shared.FolderTables;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.PolicyFolder;
import dev.rapport.examples.shared.Progress;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.tables.BookReader;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.tables.BookTables;
import dev.rapport.model.tables.FileKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where the main job takes its facts and policies from. */
final class Sources {

    /** The file, beside the output, that keeps the rows that could not be taken. */
    static final String REJECTED = "rejected-rows.csv";

    /** The policies of the sample book. */
    static final List<String> POLICIES = List.of(
            "abc.json",
            "at-risk.json",
            "calls.json",
            "churn-risk.json",
            "contact-throttle.json",
            "engagement-models.json",
            "early-warning.json",
            "escalation.json",
            "cells.json",
            "expansion.json",
            "experiments.json",
            "life-cycle.json",
            "scope.json",
            "voice.json",
            "loss-reasons.json",
            "milestones.json",
            "opportunities.json",
            "organisation.json",
            "potential.json",
            "references.json",
            "regions.json",
            "reviews.json",
            "roll-up.json",
            "scorecard-2026-03.json",
            "scorecard-choice.json",
            "scorecard-pooled.json",
            "scorecard.json",
            "signs.json",
            "survey-instruments.json",
            "usage-kinds.json",
            "value-tiers.json");

    /** The policies of the sample of consumers, who have no contracts. */
    static final List<String> CONSUMER_POLICIES = List.of(
            "consumers/scorecard.json",
            "consumers/age-groups.json",
            "consumers/churn-risk.json",
            "consumers/frequency.json",
            "consumers/motives.json",
            "consumers/residual-value.json",
            "consumers/rfm.json",
            "consumers/spend.json");

    private Sources() {}

    static Source sample(SampleBook book, boolean consumers, Optional<Path> policies) {
        List<Customer> customers = book.stream().toList();
        Facts facts = Facts.of(Customer.adapter(fed(customers)), customers)
                .derive(StandardAttributes.all(book.reckoning()))
                .in(SampleBook.ZONE, SampleBook.CURRENCY);
        List<JsonInput> documents = policies.map(PolicyFolder::read).orElseGet(() -> sampleDocuments(consumers));
        return new Source(
                facts,
                book.reckoning(),
                documents,
                SampleBook.UNTIL,
                new Source.Origin(book.timeSheet(), List.of(), List.of(), 0));
    }

    /** The sample is handed over as a whole, so that what it feeds does not depend on the day it is looked at. */
    static Requirements fed(List<Customer> customers) {
        Set<AttributeKey<?>> attributes = new LinkedHashSet<>();
        Set<SeriesKey<?>> series = new LinkedHashSet<>();
        for (Customer customer : customers) {
            attributes.addAll(customer.holds().attributes());
            series.addAll(customer.holds().series());
        }
        return new Requirements(attributes, series);
    }

    /** The sample as if it lay in a folder, to tell what its columns feed. */
    static Source sampleTables(SampleBook book, boolean consumers, Optional<Path> policies) {
        Map<String, StringWriter> files = new TreeMap<>();
        BookReading reading;
        try {
            SampleFolder.writeTables(
                    book, consumers, FileKind.CSV, name -> files.computeIfAbsent(name, absent -> new StringWriter()));
            Map<String, String> texts = new TreeMap<>();
            files.forEach((name, text) -> texts.put(name, text.toString()));
            reading = BookReader.standard().read(BookTables.of(texts)).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Source(
                reading.facts(StandardAttributes.all(reading.reckoning())),
                reading.reckoning(),
                policies.map(PolicyFolder::read).orElseGet(() -> sampleDocuments(consumers)),
                SampleBook.UNTIL,
                origin(reading));
    }

    static List<JsonInput> sampleDocuments(boolean consumers) {
        return PolicyFolder.read(Sources.class, "/sample/policies", consumers ? CONSUMER_POLICIES : POLICIES);
    }

    static Source folder(Path book, Path policies, Optional<LocalDate> date, OutputFolder out, Progress progress) {
        FolderTables tables = FolderTables.in(book);
        LocalDate asOf = date.orElseThrow(() -> new UserError(
                "option (--as-of) is missing: a book of your own has no date of its own.\nMaybe --as-of 2026-06-30."));
        List<JsonInput> documents = PolicyFolder.read(policies);
        Path rejected = out.path().resolve(REJECTED);
        progress.begin("Reading " + book);
        BookReading reading;
        try (RejectedRows rows = RejectedRows.at(rejected)) {
            reading = BookFolder.reader().rejections(rows).read(tables).orThrow();
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("book (" + book + ") cannot be read: " + e.getMessage(), e);
        } finally {
            progress.finish();
        }
        return new Source(
                reading.facts(StandardAttributes.all(reading.reckoning())),
                reading.reckoning(),
                documents,
                asOf,
                origin(reading));
    }

    private static Source.Origin origin(BookReading reading) {
        return new Source.Origin(
                reading.timeSheet(),
                reading.tables(),
                remarks(reading),
                reading.quarantine().rows());
    }

    private static List<Remark> remarks(BookReading reading) {
        List<Remark> remarks = new ArrayList<>();
        reading.quarantine()
                .counts()
                .forEach((file, reasons) -> reasons.forEach((code, rows) -> remarks.add(new Remark(
                        Remark.REJECTED + code,
                        rows,
                        rows + (rows == 1 ? " row" : " rows") + " of " + file + " rejected (" + code + "), see "
                                + REJECTED + "."))));
        for (Problem warning : reading.warnings()) {
            remarks.add(new Remark(warning.code(), 1, warning.location() + ": " + warning.message()));
        }
        return remarks;
    }
}
