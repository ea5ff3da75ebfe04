using CityLoom.Kernel.Web;
using CityLoom.Web.Shell;

namespace CityLoom.Hosting;

/// <summary>The frame around a staff page for whoever is signed in.</summary>
internal static class Navigation
{
    public static ShellView Of(HttpContext context, IServiceProvider services)
    {
        var who = context.SignedIn();
        return new ShellView([], who?.Name, null, null);
    }
}
