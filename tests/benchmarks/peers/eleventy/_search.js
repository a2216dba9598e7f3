// The index of a language.
export function render({ collections, language }) {
  const pages = collections.all.filter((page) => page.data.language === language && page.data.layout === "page.11ty.js");
  return JSON.stringify(
    pages.map((page) => ({
      title: page.data.title,
      href: page.url,
      text: page.templateContent.replace(/<[^>]*>/g, " "),
    })),
  );
}
