package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.allocation.StopCondition;
import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.AssignmentWeights;
import dev.rapport.engagement.coverage.BoundedAssignment;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
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
        long moves = arguments.findWhole("moves", 0, MOST_MOVES).orElse(0L);
        StudyBook book = StudyBook.read(arguments);
        Optional<String> leaves =
                arguments.find("without").map(given -> StudyBook.oneOf(arguments, "without", present(book)));
        Organisation staff = leaves.map(member -> without(book, member)).orElse(book.organisation());
        List<RoleAnswer> answers = leaves.isEmpty() ? planned(book) : solved(book, staff, (int) moves);
        Coverage coverage = Coverage.of(book.plan().book(), staff, book.models());
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

    /** What the plan proposes. */
    private static List<RoleAnswer> planned(StudyBook book) {
        List<RoleAnswer> answers = new ArrayList<>();
        assignments(book)
                .forEach((role, assignment) ->
                        answers.add(RoleAnswer.of(problem(book, book.organisation(), role), assignment)));
        return answers;
    }

    /** Everybody's present owner is still who it was; who has left is no candidate any more. */
    private static List<RoleAnswer> solved(StudyBook book, Organisation staff, int moves) {
        List<RoleAnswer> answers = new ArrayList<>();
        for (String role : assignments(book).keySet()) {
            AssignmentProblem.Builder problem =
                    AssignmentProblem.builder(role, book.plan().asOf().validAt(), AssignmentWeights.CONTINUITY_FIRST);
            problem(book, book.organisation(), role).needs().forEach(problem::add);
            problem(book, staff, role).candidates().forEach(problem::add);
            AssignmentProblem departed = problem.mostMoves(moves).build();
            answers.add(RoleAnswer.of(departed, new BoundedAssignment(1).assign(departed, StopCondition.steps(STEPS))));
        }
        return answers;
    }

    private static Map<String, Assignment> assignments(StudyBook book) {
        return book.plan().assignments().value().orElseThrow();
    }

    private static AssignmentProblem problem(StudyBook book, Organisation staff, String role) {
        return AssignmentProblem.of(book.plan().book(), staff, book.models(), role, AssignmentWeights.CONTINUITY_FIRST);
    }
}
