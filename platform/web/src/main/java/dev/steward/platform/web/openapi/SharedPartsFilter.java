package dev.steward.platform.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.IndexView;

/// Completes the document that SmallRye has read from the resources.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class SharedPartsFilter implements OASFilter {

    /// Schemas that are read from the code but say nothing of the API: the problem library's (ours
    /// is `Problem`) and a header's class.
    private static final List<String> NOT_OF_THE_API =
            List.of("HttpProblem", "HttpValidationProblem", "Violation", "IfMatch");

    private final IndexView index;

    public SharedPartsFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            // A module without resources, such as a jar of the platform under test.
            return;
        }
        var components = components(document);
        LazyBodySchemas.unwrap(document);
        NOT_OF_THE_API.forEach(components::removeSchema);
        InlineTypes.writeInto(document);
        // Before the problems' schemas are there: those are written by hand.
        new RecordSchemas(index, document).complete(document);
        ProblemAnswers.defineIn(components);
        SharedHeaders.defineIn(components);
        SecuritySchemes.defineIn(components);
        document.getPaths().getPathItems().forEach(SharedPartsFilter::complete);
        MergePatchBodies.requireNothing(document);
        new BodyExamples().putInto(document);
        new CompleteExamples(document).complete(document);
        MergePatchBodies.alsoAsJson(document);
    }

    private static void complete(String path, PathItem item) {
        item.getOperations()
                .forEach((method, operation) -> {
                    var documented = new DocumentedOperation(path, method, operation);
                    ProblemAnswers.addTo(documented);
                    SharedHeaders.addTo(documented);
                });
    }

    private static Components components(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        return document.getComponents();
    }
}
