package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.allocation.StopCondition;
import dev.rapport.engagement.coverage.Absence;
import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentPolicy;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.BoundedAssignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who looks after whom in a book, who should, and what a departure changes. */
final class BookStudy {

    private static final long STEPS = 10_000_000;
    private static final long MOST_MOVES = 1_000_000;

    private BookStudy() {}

    static void run(Arguments arguments, PrintStream out) {
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "coverage-study")));
        StudyBook book = StudyBook.read(arguments);
        long moves = arguments.findWhole("moves", 0, MOST_MOVES).orElse((long)
                book.policy().mostMoves().orElse(0));
        Optional<String> leaves =
                arguments.find("without").map(given -> StudyBook.oneOf(arguments, "without", present(book)));
        Optional<LocalDate> back = leaves.flatMap(absent -> arguments.findDate("until"));
        back.filter(day -> !day.isAfter(book.plan().date())).ifPresent(day -> {
            throw new UserError("option (--until " + day + ") must be after the plan's date ("
                    + book.plan().date() + ").");
        });
        Organisation staff = leaves.filter(absent -> back.isEmpty())
                .map(member -> without(book, member))
                .orElse(book.organisation());
        AssignmentPolicy policy =
                back.map(day -> away(book, leaves.orElseThrow(), day)).orElse(book.policy());
        List<RoleAnswer> answers = leaves.isEmpty() ? planned(book) : solved(book, staff, policy, (int) moves);
        Coverage coverage = Coverage.of(
                book.plan().book(), policy.present(staff, book.plan().date()), book.models());
        CoverageReport report = new CoverageReport(book, leaves, coverage, answers);
        folder.write(
                "result.json", writer -> JsonLayout.PRETTY.write(writer, json -> json.object(report::writeFields)));
        folder.write("index.html", report.page()::writeTo);
        report.verdict().forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }

    private static List<String> present(StudyBook book) {
        LocalDate date = book.plan().date();
        return book.organisation().members().stream()
                .filter(member -> member.isActiveOn(date))
                .map(Member::id)
                .sorted()
                .toList();
    }

    /** The people when one has left on the plan's date: who shares a pool with that one takes over a part. */
    private static Organisation without(StudyBook book, String leaves) {
        Organisation whole = book.organisation();
        Organisation.Builder rest = Organisation.builder(whole.header());
        whole.departments().forEach(rest::add);
        whole.roles().forEach(rest::add);
        for (Member member : whole.members()) {
            rest.add(
                    member.id().equals(leaves)
                            ? Member.builder()
                                    .from(member)
                                    .leftOn(book.plan().date())
                                    .build()
                            : member);
        }
        whole.pools().forEach(rest::add);
        return rest.build();
    }

    /** The policy when somebody is ill from the plan's date on. */
    private static AssignmentPolicy away(StudyBook book, String member, LocalDate back) {
        return AssignmentPolicy.builder()
                .from(book.policy())
                .addAbsences(new Absence(member, book.plan().date(), back))
                .build();
    }

    /** What the plan proposes. */
    private static List<RoleAnswer> planned(StudyBook book) {
        List<RoleAnswer> answers = new ArrayList<>();
        assignments(book)
                .forEach((role, assignment) -> answers.add(
                        RoleAnswer.of(problem(book, book.organisation(), book.policy(), role), assignment)));
        return answers;
    }

    /** Everybody's present owner is still who it was; who has left is no candidate any more. */
    private static List<RoleAnswer> solved(StudyBook book, Organisation staff, AssignmentPolicy policy, int moves) {
        List<RoleAnswer> answers = new ArrayList<>();
        for (String role : assignments(book).keySet()) {
            AssignmentProblem whole = problem(book, book.organisation(), book.policy(), role);
            AssignmentProblem.Builder problem = AssignmentProblem.builder(
                            role, book.plan().asOf().validAt(), policy.weights())
                    .unevenArr(whole.unevenArr())
                    .unevenHours(whole.unevenHours());
            whole.needs().forEach(problem::add);
            problem(book, staff, policy, role).candidates().forEach(problem::add);
            AssignmentProblem departed = problem.mostMoves(moves).build();
            answers.add(RoleAnswer.of(departed, new BoundedAssignment(1).assign(departed, StopCondition.steps(STEPS))));
        }
        return answers;
    }

    private static Map<String, Assignment> assignments(StudyBook book) {
        return book.plan().assignments().value().orElseThrow();
    }

    private static AssignmentProblem problem(StudyBook book, Organisation staff, AssignmentPolicy policy, String role) {
        return AssignmentProblem.of(book.plan().book(), staff, book.models(), role, policy);
    }
}
