package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The built jars, those of the test kits too, resolve as modules. Unit tests run on the class path and would not see a
 * missing {@code requires}. It stands here since this module sees all others.
 */
class ModulePathIT {

    private static final List<String> MODULES = Stream.of("model", "segmentation", "health", "engagement")
            .map(name -> "dev.rapport." + name)
            .flatMap(name -> Stream.of(name, name + ".testkit"))
            .toList();

    @Test
    void aJavaProgramResolvesEveryModule() throws Exception {
        String jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        jars,
                        "--add-modules",
                        String.join(",", MODULES),
                        "--list-modules")
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(output).isZero();
        for (String module : MODULES) {
            // An automatic module, or classes that are not in a jar, would be listed otherwise.
            assertThat(output.lines()).anyMatch(line -> line.matches(module + "@\\S+ file:\\S+\\.jar"));
        }
    }
}
