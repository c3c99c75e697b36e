package dev.steward.system.words;

import dev.steward.system.AppProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The files of the project.
final class Sources {

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".steward", "node_modules");
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    private static final Pattern ENTITY =
            Pattern.compile("^@Entity\\b.*?\\bclass (\\w+)", Pattern.DOTALL | Pattern.MULTILINE);

    private Sources() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The simple names of all types, nested ones included.
    static Set<String> types() {
        return namesIn(DECLARED, "src");
    }

    /// The simple names of what Hibernate keeps.
    static Set<String> entities() {
        return namesIn(ENTITY, "src/main");
    }

    private static Set<String> namesIn(Pattern pattern, String folder) {
        Set<String> names = new TreeSet<>();
        files(".java").stream()
                .filter(file -> file.toString().contains(folder))
                .forEach(file -> {
                    var matcher = pattern.matcher(read(file));
                    while (matcher.find()) {
                        names.add(matcher.group(1));
                    }
                });
        return names;
    }

    /// @param ending of their names
    static List<Path> files(String ending) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    AppProcess.root(),
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path folder, BasicFileAttributes attributes) {
                            return NOT_OURS.contains(folder.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (file.toString().endsWith(ending)) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
