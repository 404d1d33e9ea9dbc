package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.json.PlanDifferenceJson;
import dev.rapport.engagement.whatif.PlanDifference;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.model.json.JsonLayout;
import java.io.PrintStream;
import java.nio.file.Path;

/** What becomes of the plan when tables or policies of the book are others. */
final class DifferenceStudy {

    private DifferenceStudy() {}

    static void run(Arguments arguments, PrintStream out) {
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "coverage-study")));
        ChangedFolder changed = ChangedFolder.of(arguments.getPath("book"), arguments.getPath("with"));
        StudyBook now = StudyBook.read(arguments);
        StudyBook then = StudyBook.read(arguments, changed);
        PlanDifference difference = PlanDifference.between(now.plan(), then.plan());
        DifferenceReport report = new DifferenceReport(difference, changed.words());
        folder.write(
                "result.json",
                writer -> JsonLayout.PRETTY.write(writer, json -> PlanDifferenceJson.write(difference, json)));
        folder.write("index.html", report.page()::writeTo);
        report.words().forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }
}
