using CityLoom.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CityLoom.Web.Forms;

/// <summary>A page drawn in answer to a form without a redirect: for what is shown once and for what was refused.</summary>
internal static class Drawn
{
    /// <summary>The page with its parameters.</summary>
    public static IResult Page<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => In<TPage>(typeof(StaffLayout), status, parameters);

    /// <summary>The same for a page that residents see.</summary>
    public static IResult Public<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => In<TPage>(typeof(PublicLayout), status, parameters);

    private static RazorComponentResult<App> In<TPage>(Type frame, int status, (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        void Draw(RenderTreeBuilder builder)
        {
            builder.OpenComponent<TPage>(0);
            foreach (var (name, value) in parameters)
            {
                builder.AddComponentParameter(1, name, value);
            }

            builder.CloseComponent();
        }

        return new RazorComponentResult<App>(new { Page = (RenderFragment)Draw, Frame = frame }) { StatusCode = status };
    }
}
