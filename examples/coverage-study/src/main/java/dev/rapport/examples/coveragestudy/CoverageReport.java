package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.CoverageFinding;
import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.coverage.NextBest;
import dev.rapport.engagement.coverage.Placement;
import dev.rapport.engagement.coverage.Unplaced;
import dev.rapport.engagement.plan.Remark;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonOut;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The coverage of a book as it is told: fields of {@code result.json}, and a page.
 *
 * @param book  the book
 * @param leaves  who leaves, or nobody
 * @param coverage  who looks after whom now
 * @param answers  who should, role by role
 */
record CoverageReport(StudyBook book, Optional<String> leaves, Coverage coverage, List<RoleAnswer> answers) {

    void writeFields(JsonOut fields) {
        fields.field("asOf", book.plan().date());
        leaves.ifPresent(member -> fields.field("without", member));
        fields.array("verdict", lines -> verdict().forEach(lines::value));
        fields.object("coverage", this::writeCoverage);
        fields.array("roles", roles -> answers.forEach(answer -> roles.object(role -> writeRole(answer, role))));
    }

    private void writeCoverage(JsonOut fields) {
        fields.array(
                "findings",
                findings -> coverage.findings()
                        .forEach(finding -> findings.object(one -> {
                            one.field("kind", kind(finding));
                            one.field("customer", finding.customerId());
                            one.field("role", finding.role());
                            one.array("owners", owners -> finding.owners().forEach(owners::value));
                            one.field("message", finding.message());
                        })));
        fields.array("loads", loads -> writeLoads(coverage.loads(), loads));
        fields.object("hoursNobodyIsNamedFor", hours -> coverage.unassigned().forEach(hours::field));
        fields.array("notJudged", ids -> coverage.notJudged().forEach(ids::value));
    }

    private static void writeLoads(List<MemberLoad> loads, JsonOut array) {
        loads.forEach(load -> array.object(one -> {
            one.field("member", load.memberId());
            one.field("hoursNeeded", load.needed());
            one.field("hoursAvailable", load.available());
            load.share().ifPresent(share -> one.field("load", share));
            one.field("overloaded", load.isOverloaded());
        }));
    }

    private static void writeRole(RoleAnswer answer, JsonOut fields) {
        fields.field("role", answer.problem().role());
        fields.field("misfit", answer.check().score().misfit());
        answer.assignment().bound().ifPresent(bound -> fields.field("bound", bound));
        fields.field("leftOut", answer.check().score().unplaced());
        answer.assignment().leastUnplaced().ifPresent(least -> fields.field("leftOutAtLeast", least));
        fields.field("handOvers", answer.check().handOvers());
        answer.budget().ifPresent(budget -> fields.field("budget", budget));
        fields.array(
                "placements",
                placements -> answer.assignment()
                        .placements()
                        .forEach(placement -> placements.object(one -> writePlacement(placement, one))));
        fields.array(
                "moves",
                moves -> answer.moves()
                        .forEach(move -> moves.object(one -> {
                            one.field("customer", move.customerId());
                            one.field("from", answer.from(move).orElseThrow());
                            one.field("to", move.memberId());
                            one.field("hours", answer.need(move).hoursPerYear());
                            one.field("misfit", move.misfit().value().orElseThrow());
                            one.field("takes", answer.takes(move));
                            one.field("why", answer.why(move));
                        })));
        fields.array(
                "unplaced",
                unplaced -> answer.assignment()
                        .unplaced()
                        .forEach(left -> unplaced.object(one -> {
                            one.field("customer", left.customerId());
                            one.field("reason", left.reason());
                        })));
        fields.array(
                "clashes",
                clashes -> answer.assignment()
                        .clashes()
                        .forEach(clash -> clashes.object(one -> {
                            one.array("customers", ids -> clash.customers().forEach(ids::value));
                            one.array("constraints", ids -> clash.constraints().forEach(ids::value));
                            one.field("message", clash.message());
                        })));
        fields.array("loads", loads -> writeLoads(answer.check().loads(), loads));
    }

    private static void writePlacement(Placement placement, JsonOut one) {
        one.field("customer", placement.customerId());
        one.field("member", placement.memberId());
        one.field("why", placement.why());
        placement
                .nextBest()
                .ifPresent(next -> one.object("nextBest", fields -> {
                    fields.field("member", next.memberId());
                    fields.field("why", next.reason());
                }));
    }

    private static String kind(CoverageFinding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is to be known first: a line for each role. */
    List<String> verdict() {
        List<String> lines = new ArrayList<>();
        leaves.ifPresent(member -> lines.add("Without " + book.member(member) + " (" + member + "):"));
        answers.forEach(answer -> lines.add(answer.verdict()));
        long overloaded =
                coverage.loads().stream().filter(MemberLoad::isOverloaded).count();
        if (overloaded > 0) {
            lines.add((overloaded == 1 ? "1 person has" : overloaded + " people have")
                    + " customers now who need more hours than there are.");
        }
        book.plan().remarks().stream()
                .filter(Remark::isRejection)
                .map(Remark::text)
                .forEach(lines::add);
        return List.copyOf(lines);
    }

    StudyPage page() {
        StudyPage page = StudyPage.titled("Who looks after whom on "
                + book.plan().date()
                + leaves.map(member -> ", without " + book.member(member)).orElse(""));
        verdict().forEach(page::paragraph);
        page.heading("Load of each person as it is now");
        page.table(List.of("person", "hours needed", "hours there are", "used, %"), loads(coverage.loads()));
        coverage.unassigned()
                .forEach((role, hours) ->
                        page.paragraph(hours(hours) + " h a year of " + role + " have nobody who is named for them."));
        answers.forEach(answer -> addRole(answer, page));
        page.heading("What is wrong with who looks after whom");
        page.table(
                List.of("customer", "role", "what"),
                coverage.findings().stream()
                        .map(finding -> List.of(book.customer(finding.customerId()), finding.role(), finding.message()))
                        .toList());
        return page;
    }

    private void addRole(RoleAnswer answer, StudyPage page) {
        page.heading(answer.problem().role() + ": who moves");
        page.paragraph(answer.verdict());
        if (!answer.moves().isEmpty()) {
            page.table(
                    List.of("customer", "from", "to", "takes", "why", "otherwise"),
                    answer.moves().stream()
                            .sorted(Comparator.comparing(
                                    (Placement move) -> answer.from(move).orElseThrow()))
                            .map(move -> List.of(
                                    book.customer(move.customerId()),
                                    book.member(answer.from(move).orElseThrow()),
                                    book.member(move.memberId()),
                                    answer.takes(move),
                                    answer.why(move),
                                    otherwise(move)))
                            .toList());
        }
        List<Unplaced> unplaced = answer.assignment().unplaced();
        if (!unplaced.isEmpty()) {
            page.heading(answer.problem().role() + ": who cannot be placed");
            page.table(
                    List.of("customer", "why"),
                    unplaced.stream()
                            .map(left -> List.of(book.customer(left.customerId()), left.reason()))
                            .toList());
            answer.assignment().clashes().forEach(clash -> page.paragraph("What clashes: " + clash.message() + "."));
        }
        page.heading(answer.problem().role() + ": load as proposed");
        page.table(
                List.of("person", "hours needed", "hours there are beside pools", "used, %"),
                loads(answer.check().loads()));
        page.heading(answer.problem().role() + ": who should look after whom");
        page.table(
                List.of("customer", "now", "proposed", "takes", "why"),
                answer.assignment().placements().stream()
                        .map(placement -> List.of(
                                book.customer(placement.customerId()),
                                answer.from(placement).map(book::member).orElse("nobody"),
                                book.member(placement.memberId()),
                                answer.takes(placement),
                                placement.why()))
                        .toList());
    }

    private String otherwise(Placement move) {
        return move.nextBest().map(this::words).orElse("nobody else is able");
    }

    private String words(NextBest next) {
        return book.member(next.memberId()) + ": " + next.reason();
    }

    private List<List<String>> loads(List<MemberLoad> loads) {
        return loads.stream()
                .filter(load -> load.needed().signum() > 0 || load.available().signum() > 0)
                .map(load -> List.of(
                        book.member(load.memberId()),
                        hours(load.needed()),
                        hours(load.available()),
                        load.share().isPresent()
                                ? String.format(
                                        Locale.ROOT, "%.0f", 100 * load.share().getAsDouble())
                                : "-"))
                .toList();
    }

    private static String hours(BigDecimal hours) {
        return hours.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
