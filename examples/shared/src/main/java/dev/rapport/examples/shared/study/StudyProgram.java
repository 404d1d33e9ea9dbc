package dev.rapport.examples.shared.study;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.json.JsonLayout;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A program that applies one of several methods to one CSV file: {@code METHOD --data F ... --out DIR} writes {@code
 * result.json}, {@code index.html} and the rows that were left out. A program of one method only is called without its name.
 */
public final class StudyProgram {

    private static final String UNNAMED = "";

    private final String name;
    private final String help;
    private final Map<String, Method> methods;
    private final Set<String> options;
    private final Set<String> flags;
    private final Map<String, Set<String>> ofSomeMethods;

    /** A program with all its options; {@code ofSomeMethods} names the methods of options that not all have. */
    public StudyProgram(
            String name,
            String help,
            Map<String, Method> methods,
            Set<String> options,
            Set<String> flags,
            Map<String, Set<String>> ofSomeMethods) {
        this.name = name;
        this.help = help;
        this.methods = methods;
        this.options = new TreeSet<>(options);
        this.options.add("data");
        this.options.add("out");
        this.flags = Set.copyOf(flags);
        this.ofSomeMethods = ofSomeMethods;
    }

    /** A program of one method, which is called without a name; its result says itself how it was made. */
    public static StudyProgram ofOne(String name, String help, Method method, Set<String> options, Set<String> flags) {
        return new StudyProgram(name, help, Map.of(UNNAMED, method), options, flags, Map.of());
    }

    /** A method of a program. */
    @FunctionalInterface
    public interface Method {

        /** Reads what it needs of the table, which rejects rows, and studies it. */
        Study study(StudyTable table, Arguments arguments);
    }

    /** The program as it is run from a command line. */
    public ConsoleProgram onConsole() {
        Set<String> named = new TreeSet<>(methods.keySet());
        named.remove(UNNAMED);
        return ConsoleProgram.of(help, this::study)
                .commands(named)
                .options(options)
                .flags(flags);
    }

    private void study(Arguments arguments, PrintStream out) {
        String chosen = arguments.command().orElse(UNNAMED);
        Method method = methods.get(chosen);
        if (method == null) {
            throw new UserError("method must come first: one of " + String.join(", ", new TreeSet<>(methods.keySet()))
                    + ".\nMaybe see --help.");
        }
        ofSomeMethods.forEach(arguments::only);
        Path file = arguments.getPath("data");
        StudyTable table = StudyTable.read(file);
        Study study = method.study(table, arguments);
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", name)));
        folder.write(
                "result.json",
                writer -> JsonLayout.PRETTY.write(
                        writer,
                        json -> json.object(fields -> {
                            if (!chosen.equals(UNNAMED)) {
                                fields.field("method", chosen);
                            }
                            study.result().accept(fields);
                            fields.field("rejected", table.rejected().size());
                        })));
        study.files().forEach((name, text) -> folder.write(name, writer -> writer.write(text)));
        StudyPage page = StudyPage.titled(study.title() + ": " + file.getFileName());
        if (!table.rejected().isEmpty()) {
            StudyTable.Rejected first = table.rejected().get(0);
            String left = table.rejected().size() + " rows were left out, the first in line " + first.line() + ": "
                    + first.reason() + ", was \"" + first.value() + "\". All are in rejected-rows.csv.";
            page.paragraph(left);
            out.println(left);
        }
        study.page().accept(page);
        folder.write("index.html", page::writeTo);
        table.writeRejected(folder);
        study.summary().forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }
}
