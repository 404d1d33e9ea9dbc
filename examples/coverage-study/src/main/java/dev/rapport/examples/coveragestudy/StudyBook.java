package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.coverage.AssignmentPolicy;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.BookFolder;
import dev.rapport.examples.shared.PolicyFolder;
import dev.rapport.examples.shared.Progress;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.book.Facts;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.time.AsOf;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A book folder as it is studied: the plan of one day, and who works for us by which models.
 *
 * @param plan  the plan
 * @param policies  the policies; those that are studied are there
 */
record StudyBook(Plan plan, Policies policies) {

    /** Who works for us. */
    Organisation organisation() {
        return policies.organisation().orElseThrow();
    }

    /** The engagement models. */
    EngagementPolicy models() {
        return policies.engagementModels().orElseThrow();
    }

    /** By what it is decided who looks after whom. */
    AssignmentPolicy policy() {
        return policies.assignment().orElseGet(AssignmentPolicy::standard);
    }

    /** Reads {@code --book} and plans for {@code --as-of}. */
    static StudyBook read(Arguments arguments) {
        Path folder = arguments.getPath("book");
        LocalDate date = date(arguments);
        return of(folder, date, BookFolder.read(folder), PolicyFolder.read(folder.resolve("policies")));
    }

    /** The same with other tables and policies. */
    static StudyBook read(Arguments arguments, ChangedFolder changed) {
        Path folder = arguments.getPath("book");
        BookReading reading = BookFolder.read(changed, folder + ", changed");
        return of(folder, date(arguments), reading, changed.policies());
    }

    private static LocalDate date(Arguments arguments) {
        return arguments
                .findDate("as-of")
                .orElseThrow(() -> new UserError("option (--as-of) is missing.\nMaybe --as-of 2026-06-30."));
    }

    private static StudyBook of(Path folder, LocalDate date, BookReading reading, List<JsonInput> documents) {
        Facts facts = reading.facts(StandardAttributes.all(reading.reckoning()));
        AsOf asOf = AsOf.endOf(date, facts.zone());
        Policies policies =
                PolicyDocuments.read(documents, facts.asOf(asOf).provides()).orThrow();
        List<String> missing = new ArrayList<>();
        if (policies.organisation().isEmpty()) {
            missing.add("organisation");
        }
        if (policies.engagementModels().isEmpty()) {
            missing.add("engagement-models");
        }
        if (!missing.isEmpty()) {
            throw new UserError("policies folder (" + folder.resolve("policies")
                    + ") must have the documents organisation and engagement-models, lacks "
                    + String.join(" and ", missing) + ".");
        }
        Plan plan = plan(policies, reading, facts, asOf);
        if (plan.customers().isEmpty()) {
            throw new UserError("book (" + folder + ") must have customers on " + date + ", has none.\n"
                    + "Maybe the date is before its first customer.");
        }
        return new StudyBook(plan, policies);
    }

    private static Plan plan(Policies policies, BookReading reading, Facts facts, AsOf asOf) {
        Progress progress = Progress.onStandardError();
        progress.begin("Planning");
        Planner planner = Planner.of(policies, reading.reckoning()).reportingTo(progress::at);
        Plan plan = reading.timeSheet()
                .map(planner::counting)
                .orElse(planner)
                .plan(facts, asOf, Memory.empty(), new InMemoryMilestoneLedger());
        progress.finish();
        return BookFolder.rejected(reading)
                .map(rejected -> plan.withRemarks(List.of(new Remark(
                        Remark.REJECTED + "rows", reading.quarantine().rows(), rejected))))
                .orElse(plan);
    }

    /** The value of an option that must be one of some. */
    static String oneOf(Arguments arguments, String option, Collection<String> known) {
        String value = arguments.get(option);
        if (!known.contains(value)) {
            String advice = Nearest.advice(value, known);
            throw new UserError("option (--" + option + " " + value + ") must be one of " + String.join(", ", known)
                    + "." + (advice.isEmpty() ? "" : "\n" + advice + "."));
        }
        return value;
    }

    /** The name of a customer, or the id where there is none. */
    String customer(String id) {
        return plan.find(id).flatMap(line -> line.name()).orElse(id);
    }

    /** The name of a member, or the id where there is none. */
    String member(String id) {
        return organisation().member(id).flatMap(member -> member.name()).orElse(id);
    }
}
